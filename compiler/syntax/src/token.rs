//! The kinds of tokens and their places. A token has no value: the parser reads names and literals out of the text where it needs them.

use logos::Logos;
use pyc_base::Span;

/// What a token is. The variants without a pattern are made by hand: strings (whose end depends on their start), layout, and soft keywords.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[logos(skip(r"[ \t\x0c]+"))]
#[logos(skip(r"#[^\r\n]*", allow_greedy = true))]
#[logos(skip(r"\\(\r\n|\n|\r)"))]
#[rustfmt::skip]
pub(crate) enum Token {
    #[regex(r"[A-Za-z_][A-Za-z_0-9]*")]
    #[regex(r"[A-Za-z_\u{80}-\u{10FFFF}][A-Za-z_0-9\u{80}-\u{10FFFF}]*", priority = 1)]
    Name,
    #[regex(r"0[xX](_?[0-9a-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+")]
    RadixInt,
    #[regex(r"[0-9](_?[0-9])*")]
    Int,
    #[regex(r"([0-9](_?[0-9])*)?\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?")]
    #[regex(r"[0-9](_?[0-9])*\.([eE][+-]?[0-9](_?[0-9])*)?")]
    #[regex(r"[0-9](_?[0-9])*[eE][+-]?[0-9](_?[0-9])*")]
    Float,
    #[regex(r"(([0-9](_?[0-9])*)?\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?)[jJ]")]
    #[regex(r"[0-9](_?[0-9])*\.?([eE][+-]?[0-9](_?[0-9])*)?[jJ]")]
    Imaginary,
    /// A whole string or bytes literal with its prefix. The pattern finds only its first quote.
    #[regex(r#"([uU]|[bB][rR]?|[rR][bB]?)?["']"#)]
    String,
    /// The prefix and quotes of an f-string or t-string. The pattern finds only the first quote.
    #[regex(r#"([fF][rR]?|[rR][fF]|[tT][rR]?|[rR][tT])["']"#)]
    FStart,
    FMiddle,
    FEnd,
    FOpen,
    FClose,
    /// The colon before a format specification.
    FColon,
    /// The `=` of a self-documenting field.
    FEqual,

    #[regex(r"\r\n|\n|\r")]
    Newline,
    Indent,
    Dedent,
    /// Stands for a block that is parsed on its own.
    Placeholder,

    #[token("False")] False,
    #[token("None")] None,
    #[token("True")] True,
    #[token("and")] And,
    #[token("as")] As,
    #[token("assert")] Assert,
    #[token("async")] Async,
    #[token("await")] Await,
    #[token("break")] Break,
    #[token("class")] Class,
    #[token("continue")] Continue,
    #[token("def")] Def,
    #[token("del")] Del,
    #[token("elif")] Elif,
    #[token("else")] Else,
    #[token("except")] Except,
    #[token("finally")] Finally,
    #[token("for")] For,
    #[token("from")] From,
    #[token("global")] Global,
    #[token("if")] If,
    #[token("import")] Import,
    #[token("in")] In,
    #[token("is")] Is,
    #[token("lambda")] Lambda,
    #[token("nonlocal")] Nonlocal,
    #[token("not")] Not,
    #[token("or")] Or,
    #[token("pass")] Pass,
    #[token("raise")] Raise,
    #[token("return")] Return,
    #[token("try")] Try,
    #[token("while")] While,
    #[token("with")] With,
    #[token("yield")] Yield,
    Match,
    Case,
    Type,
    NotIn,
    IsNot,

    #[token("(")] LeftParen,
    /// A parenthesis that holds all items of a `with` statement.
    WithParen,
    #[token(")")] RightParen,
    #[token("[")] LeftBracket,
    #[token("]")] RightBracket,
    #[token("{")] LeftBrace,
    #[token("}")] RightBrace,
    #[token(",")] Comma,
    #[token(":")] Colon,
    #[token(";")] Semicolon,
    #[token(".")] Dot,
    #[token("...")] Ellipsis,
    #[token("->")] Arrow,
    #[token("@")] At,
    #[token("=")] Equal,
    #[token(":=")] ColonEqual,
    #[token("!")] Bang,
    #[token("~")] Tilde,
    #[token("+")] Plus,
    #[token("-")] Minus,
    #[token("*")] Star,
    #[token("**")] DoubleStar,
    #[token("/")] Slash,
    #[token("//")] DoubleSlash,
    #[token("%")] Percent,
    #[token("<<")] LessLess,
    #[token(">>")] GreaterGreater,
    #[token("&")] Ampersand,
    #[token("|")] Bar,
    #[token("^")] Caret,
    #[token("<")] Less,
    #[token(">")] Greater,
    #[token("<=")] LessEqual,
    #[token(">=")] GreaterEqual,
    #[token("==")] EqualEqual,
    #[token("!=")] BangEqual,
    #[token("+=")] PlusEqual,
    #[token("-=")] MinusEqual,
    #[token("*=")] StarEqual,
    #[token("/=")] SlashEqual,
    #[token("//=")] DoubleSlashEqual,
    #[token("%=")] PercentEqual,
    #[token("@=")] AtEqual,
    #[token("&=")] AmpersandEqual,
    #[token("|=")] BarEqual,
    #[token("^=")] CaretEqual,
    #[token(">>=")] GreaterGreaterEqual,
    #[token("<<=")] LessLessEqual,
    #[token("**=")] DoubleStarEqual,

    /// Text that is no token; already reported.
    Error,
}

impl Token {
    /// Opens something that a line break inside does not end.
    pub(crate) fn opens(self) -> bool {
        matches!(self, Self::LeftParen | Self::WithParen | Self::LeftBracket | Self::LeftBrace | Self::FOpen | Self::FStart)
    }

    pub(crate) fn closes(self) -> bool {
        matches!(self, Self::RightParen | Self::RightBracket | Self::RightBrace | Self::FClose | Self::FEnd)
    }

    /// What closes this opening token.
    pub(crate) fn closer(self) -> Self {
        match self {
            Self::LeftParen | Self::WithParen => Self::RightParen,
            Self::LeftBracket => Self::RightBracket,
            Self::LeftBrace => Self::RightBrace,
            Self::FOpen => Self::FClose,
            _ => Self::FEnd,
        }
    }

    /// A keyword that never occurs inside an expression, so a line that starts with it starts a statement.
    pub(crate) fn starts_only_statements(self) -> bool {
        use Token::*;
        matches!(
            self,
            Assert
                | Break
                | Class
                | Continue
                | Def
                | Del
                | Elif
                | Except
                | Finally
                | Global
                | Import
                | Nonlocal
                | Pass
                | Raise
                | Return
                | Try
                | While
                | With
        )
    }

    pub(crate) fn is_keyword(self) -> bool {
        (Self::False as u8..=Self::Yield as u8).contains(&(self as u8))
    }
}

/// A token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tok {
    pub(crate) token: Token,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Tok {
    pub(crate) fn new(token: Token, start: u32, end: u32) -> Self {
        Self { token, start, end }
    }

    pub(crate) fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}
