"""Where records belong: the province in which a reader looks for an agency and all that it does."""

from generator.library import Library
from generator.records.agencies import AgencyOutline
from generator.records.areas import AreaOutline


def area_of_agency(library: Library, id: str | None) -> str:
    """The area for which an agency works, by the ids of both; "" for the whole country."""
    one = library.outline(AgencyOutline, id) if id else None
    return _area(library, one) if one else ""


def _area(library: Library, one: AgencyOutline) -> str:
    return one.area or library.province_called(one.province)


class Homes:
    """The province in which each agency works, by the ids of both."""

    def __init__(self, library: Library) -> None:
        """Know every agency and area by its outline."""
        provinces = {
            one.id: one.id if one.is_province else one.province or ""
            for one in library.outlines(AreaOutline)
        }
        areas = ((one.id, _area(library, one)) for one in library.outlines(AgencyOutline))
        self._of = {id: provinces.get(area, "") for id, area in areas}

    def of(self, agency: str | None) -> str:
        """The province of an agency; nothing where it works for the whole country."""
        return self._of.get(agency or "", "")
