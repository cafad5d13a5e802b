"""What goes wrong with devices."""


class DeviceError(RuntimeError):
    """A device is not there, or could not do what it was asked for."""
