"""What is wrong with data."""


class StatisticsError(ValueError):
    """There are too few values."""
