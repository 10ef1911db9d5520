"""What records and their parts are made of: values that nobody changes, storable as bytes."""

from msgspec import Struct


class Value(Struct, frozen=True, gc=False, array_like=True):
    """Fields that stay as they were read; two with equal fields are equal.

    They refer to values of their own only, never back, so that Python need not look for circles.
    As bytes they are a list in the order of the fields: only the same code may read them again.
    """
