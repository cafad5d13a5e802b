from base import Base as B0, Key
