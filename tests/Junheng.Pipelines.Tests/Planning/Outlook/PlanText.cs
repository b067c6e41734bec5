using System.Globalization;
using System.Text;

namespace Junheng.Pipelines.Tests.Planning.Outlook;

/// <summary>A plan that gives each county a year, or none.</summary>
static class PlanText
{
    public static string Of(IEnumerable<(string County, int? Year)> targets)
    {
        var text = new StringBuilder("""
            format: 1
            id: test-plan
            title: {zh: 测试方案（虚构）, en: Test plan (synthetic)}
            issuer: {zh: 测试, en: Test}
            level: city
            synthetic: true
            note: {zh: 测试, en: test}
            source: invented for the test
            departments:
              - {name: 市教育局, en: Education}
            duties:
              - {id: "1", section: 一, zh: 达标, en: Standard, lead: [市教育局], quote: 市教育局, tasks: [{id: 1-01, zh: 达标, en: Standard, quote: 达标}]}
            milestones:
              - {id: half, zh: 到2026年底一半的县达标, en: Half by the end of 2026, by: 2026, share: 0.5, quote: 一半}
            counties:

            """);
        foreach (var (county, year) in targets)
        {
            var by = year is { } target ? string.Create(CultureInfo.InvariantCulture, $"standard: {{by: {target}, strength: must, quote: {target}年}}") : "";
            text.Append(null, $"  - {{code: \"{county}\", name: {{zh: 县{county}, en: County {county}}}, quote: 各县{(by.Length > 0 ? ", " + by : "")}}}\n");
        }

        return text.ToString();
    }
}
