LINES = [
    (0, 1, 2),
    (3, 4, 5),
    (6, 7, 8),
    (0, 3, 6),
    (1, 4, 7),
    (2, 5, 8),
    (0, 4, 8),
    (2, 4, 6),
]


def winner(board: list[str]) -> str | None:
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None


def minimax(board: list[str], player: str, memo: dict[str, int]) -> int:
    key = "".join(board) + player
    if key in memo:
        return memo[key]
    won = winner(board)
    if won is not None:
        score = 1 if won == "X" else -1
    elif " " not in board:
        score = 0
    else:
        scores = []
        for i in range(9):
            if board[i] == " ":
                board[i] = player
                scores.append(minimax(board, "O" if player == "X" else "X", memo))
                board[i] = " "
        score = max(scores) if player == "X" else min(scores)
    memo[key] = score
    return score


memo: dict[str, int] = {}
print(minimax([" "] * 9, "X", memo), len(memo))
board = list("XOX O   X")
print(minimax(board, "O", memo), winner(board))
