namespace Junheng.Pipelines.Tests.Judging.Indicators;

/// <summary>Every exception of the pack on both sides of its conditions and of what it relaxes, and with what it asks left blank.</summary>
static class ExceptionCases
{
    const int Year = CountyFiling.Judged;

    public static IReadOnlyList<ExceptionCase> All { get; } = [.. Rooms(), .. SmallRooms(), .. Sizes(), .. Migrants(), .. Visiting(), .. Grounds()];

    static ExceptionCase Helps(string name, string row, string exception, Action<CountyFiling> change) => new(name, row, exception, "not_met", "met", change);

    static ExceptionCase HelpsNot(string name, string row, string exception, Action<CountyFiling> change) => new(name, row, exception, "not_met", "not_met", change);

    static IEnumerable<ExceptionCase> Rooms()
    {
        foreach (var (part, kind, on, under) in new[] { ("a", "music", "73", "72.99"), ("b", "art", "67", "66.99") })
        {
            var row = $"10 {part} all";
            yield return Helps("built 2016, exactly the area", row, "rooms_built_by_2016", county => Room(county, "P", kind, on).Set("school", Year, "P", "year_built", "2016"));
            yield return HelpsNot("built 2016, a hair under the area", row, "rooms_built_by_2016", county => Room(county, "P", kind, under).Set("school", Year, "P", "year_built", "2016"));
            yield return HelpsNot("built 2017", row, "", county => Room(county, "P", kind, on).Set("school", Year, "P", "year_built", "2017"));
            yield return HelpsNot("nobody says when it was built", row, "", county => Room(county, "P", kind, on));
            yield return new("large enough anyway", row, "rooms_built_by_2016", "met", "met", county => county.Set("school", Year, "P", "year_built", "2016"));
            yield return new("no row of the kind", row, "rooms_built_by_2016", "unknown", "unknown",
                county => county.Remove("room", Year, "P", one => one["room_kind"] == kind).Set("school", Year, "P", "year_built", "2016"));
        }
    }

    static IEnumerable<ExceptionCase> SmallRooms()
    {
        const string Small = "rooms_small_rural";
        yield return Helps("a rural primary school, largest class 29, 54 m²", "10 a all", Small, county => Rural(county, "P", "primary", "29", "54"));
        yield return HelpsNot("53.99 m²", "10 a all", Small, county => Rural(county, "P", "primary", "29", "53.99"));
        yield return HelpsNot("largest class 30", "10 a all", "", county => Rural(county, "P", "primary", "30", "54"));
        yield return HelpsNot("nobody says how large the largest class is", "10 a all", "", county => Rural(county, "P", "primary", "", "54"));
        yield return HelpsNot("a band shows a larger class than is said", "10 a all", "",
            county => Rural(county, "P", "primary", "29", "54").Set("class_band", Year, "P", "band_from", "31"));
        yield return HelpsNot("in a town", "10 a all", "", county => Rural(county, "P", "primary", "29", "54").Set("school", Year, "P", "area", "town"));
        yield return Helps("a rural junior school, 61 m²", "10 b all", Small, county => Rural(county, "J", "junior", "29", "61"));
        yield return HelpsNot("a rural junior school, 60.99 m²", "10 b all", Small, county => Rural(county, "J", "junior", "29", "60.99"));
        yield return Helps("classes one by one, none of 30", "10 a all", Small, county =>
        {
            Rural(county, "T", "primary", "", "54");
            for (var number = 1; number <= 6; number++)
                county.Add("class", Year, "T", ("stage", "primary"), ("class", FormattableString.Invariant($"{number}")), ("class_pupils", "29"));
        });
        yield return Helps("of two exceptions the easier counts", "10 a all", "rooms_built_by_2016," + Small,
            county => Rural(county, "P", "primary", "29", "54").Set("school", Year, "P", "year_built", "2016"));
    }

    static IEnumerable<ExceptionCase> Sizes()
    {
        const string Row = "11 - all";
        const string Old = "size_built_by_2010";
        yield return Helps("built 2010, 2400 pupils", Row, Old, county => Size(county, "2400", "2010"));
        yield return HelpsNot("built 2010, 2401 pupils", Row, Old, county => Size(county, "2401", "2010"));
        yield return HelpsNot("built 2011", Row, "", county => Size(county, "2400", "2011"));
        yield return HelpsNot("nobody says when it was built", Row, "", county => Size(county, "2400", ""));
        yield return Helps("a nine-year school of 3000", Row, Old, county => NineYear(Size(county, "1800", "2010"), "nine_year_school", "1200"));
        yield return HelpsNot("a nine-year school of 3001", Row, Old, county => NineYear(Size(county, "1800", "2010"), "nine_year_school", "1201"));
        yield return HelpsNot("a twelve-year school is not named", Row, "", county => NineYear(Size(county, "1800", "2010"), "twelve_year_school", "1200"));
    }

    static IEnumerable<ExceptionCase> Migrants()
    {
        const string Row = "11 - all";
        yield return Helps("more than half are migrant children", Row, "size_migrant_children", county => Size(county, "2400", "").Stage("P", "migrant_pupils", "1201"));
        yield return HelpsNot("exactly half", Row, "", county => Size(county, "2400", "").Stage("P", "migrant_pupils", "1200"));
        yield return HelpsNot("nobody says how many", Row, "", county => Size(county, "2400", ""));
        yield return HelpsNot("more than there are pupils: not to be believed", Row, "", county => Size(county, "2400", "").Stage("P", "migrant_pupils", "2401"));
    }

    static IEnumerable<ExceptionCase> Visiting()
    {
        const string Row = "T primary 03";
        const string Visiting = "visiting_teachers";
        yield return Helps("a rural school of 99 pupils and a visiting teacher", Row, Visiting, county => Arts(county, "99", "1"));
        yield return Helps("of 50 pupils", Row, Visiting, county => Arts(county, "50", "1"));
        yield return HelpsNot("of 49 pupils", Row, "", county => Arts(county, "49", "1"));
        yield return HelpsNot("of 100 pupils", Row, "", county => Arts(county, "100", "1"));
        yield return HelpsNot("half a visiting teacher", Row, Visiting, county => Arts(county, "99", "0.5"));
        yield return HelpsNot("nobody says how many visit", Row, Visiting, county => Arts(county, "99", ""));
        yield return HelpsNot("in a town", Row, "", county => Arts(county, "99", "1").Set("school", Year, "T", "area", "town"));
        yield return new("the ordinary teachers are blank", Row, Visiting, "unknown", "unknown", county => Arts(county, "99", "1").Stage("T", "teachers_pe", ""));
    }

    // 7.5 m² for each of 450 pupils are 3375.
    static IEnumerable<ExceptionCase> Grounds()
    {
        const string Row = "P primary 05";
        const string Grounds = "inner_city_grounds";
        yield return Helps("converted and leased grounds make it up", Row, Grounds, county => Ground(county, "yes", "300", "75"));
        yield return HelpsNot("a square metre short", Row, Grounds, county => Ground(county, "yes", "300", "74"));
        yield return HelpsNot("not in a dense inner city", Row, "", county => Ground(county, "no", "300", "75"));
        yield return HelpsNot("nobody says where it is", Row, "", county => Ground(county, "", "300", "75"));
        yield return Helps("what is not filed adds nothing", Row, Grounds, county => Ground(county, "yes", "375", ""));
    }

    static CountyFiling Room(CountyFiling county, string school, string kind, string area) => county.Set("room", Year, school, "room_area", area, room => room["room_kind"] == kind);

    static CountyFiling Rural(CountyFiling county, string school, string stage, string largest, string area) => county
        .Set("school", Year, school, "area", "rural").Set("stage", Year, school, "largest_class", largest, row => row["stage"] == stage).Set("room", Year, school, "room_area", area);

    static CountyFiling Size(CountyFiling county, string pupils, string built) => county.Stage("P", "pupils", pupils).Set("school", Year, "P", "year_built", built);

    static CountyFiling NineYear(CountyFiling county, string type, string junior)
    {
        county.Set("school", Year, "P", "school_type", type);
        county.Add("stage", Year, "P", ("stage", "junior"), ("pupils", junior));
        return county;
    }

    static CountyFiling Arts(CountyFiling county, string pupils, string visiting) => county.Set("school", Year, "T", "area", "rural").Stage("T", "pupils", pupils)
        .Stage("T", "teachers_pe", "0").Stage("T", "teachers_music", "0").Stage("T", "teachers_art", "0").Stage("T", "teachers_pe_arts_visiting", visiting);

    static CountyFiling Ground(CountyFiling county, string inner, string converted, string leased)
    {
        county.Add("facility", Year, "P", ("sports_ground_area", "2900"), ("gym_area", "100"), ("sports_converted_area", converted), ("sports_leased_area", leased));
        return county.Set("school", Year, "P", "inner_city", inner);
    }
}
