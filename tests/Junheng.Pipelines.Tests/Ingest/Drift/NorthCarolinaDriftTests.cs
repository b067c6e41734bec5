using Junheng.Models.Findings;
using Junheng.Pipelines.Ingest;
using Junheng.Pipelines.Ingest.Drift;
using Junheng.Pipelines.Ingest.Sources;
using Junheng.Pipelines.Tests.Judging;

namespace Junheng.Pipelines.Tests.Ingest.Drift;

/// <summary>Real files as published, with the answers found by reading both headers and cells by eye.</summary>
public sealed class NorthCarolinaDriftTests
{
    const string Raw = "data/north-carolina/raw/";

    [SharedFact(Raw + "2014_profile.csv.gz")]
    public void Profiles_2014And2015_HaveTheSame35Columns()
    {
        var drift = Between("2014_profile", "2015_profile");

        Assert.Equal(35, drift.Columns.Count);
        Assert.All(drift.Columns, column => Assert.False(column.Changed));
    }

    // 2017 → 2018 is the break: names, order, codes of grades and telephone numbers are all written otherwise.
    [SharedFact(Raw + "2018_rcd_location.csv.gz")]
    public void Profile2017_Location2018_TenRenamed()
    {
        var drift = Between("2017_profile", "2018_rcd_location");

        Assert.Equal(
            [
                "unit_code=agency_code", "street_ad=street_addr", "scity_ad=city", "state_ad=state", "szip_ad=zip", "category_cd=category_code",
                "school_type_txt=school_type", "calendar_only_txt=calendar_type", "title1_type_cd=title_I", "School_Name=name",
            ],
            drift.Columns.Where(column => column.Renamed).Select(column => $"{column.Old!.Title}={column.New!.Title}"));
        Assert.Equal(["category_cd", "School_Name", "url"], drift.Columns.Where(column => column.Moved).Select(column => column.Old!.Title));
        Assert.Contains(drift.Columns, column => column.Gone && column.Old!.Title == "student_num");
        Assert.DoesNotContain(drift.Columns, column => column.Unit is not null);
    }

    // A share of 0.3 became 30: the published numbers are ×100.
    [SharedFact(Raw + "2018_rcd_dlmi.csv.gz")]
    public void Environment2017_Devices2018_OneUnitSuspected()
    {
        var changed = Between("2017_environment", "2018_rcd_dlmi").Columns.Where(column => column.Unit is not null).ToList();

        var unit = Assert.Single(changed);
        Assert.Equal(("digital_media_pct", "digital_media", "100", true), (unit.Old!.Title, unit.New!.Title, unit.Unit!.Factor.ToString(), unit.Unit.Suspected));
    }

    [SharedFact(Raw + "2019_rcd_dlmi.csv.gz")]
    public void Devices_2018And2019_ThreeKeysMovedForward() => Assert.Equal(
        ["agency_code", "year", "category_code"],
        Between("2018_rcd_dlmi", "2019_rcd_dlmi").Columns.Where(column => column.Changed).Select(column => column.Old!.Title));

    static TableDrift Between(string old, string now) => Assert.Single(TableDrift.Between(Read(old), Read(now)));

    static IReadOnlyList<BareTable> Read(string name)
    {
        var findings = new FindingList();
        var tables = BareFile.Read(Path.Combine(SharedData.Find()!, Raw, name + ".csv.gz"), findings, CancellationToken.None);
        Assert.Empty(findings);
        return tables;
    }
}
