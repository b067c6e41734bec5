using System.Diagnostics;

namespace Junheng.Pipelines.Tests.Publishing.Documents;

/// <summary>The pages as a telephone shows them.</summary>
[Collection(BriefedCityCollection.Name)]
public sealed class PageInBrowserTests(BriefedCity briefed)
{
    // Each page in a frame of 390 px: how wide it is, how much it asked for from elsewhere, and what a click on one of its numbers shows.
    const string Look = """
        <body><script>
        const files = location.hash.slice(1).split(',');
        const said = [];
        for (const file of files) {
          const frame = document.createElement('iframe');
          frame.width = 390;
          frame.height = 800;
          frame.style.border = 0;
          frame.src = file;
          frame.onload = () => {
            const page = frame.contentDocument;
            page.querySelector('[data-n="9"]').click();
            said.push([page.documentElement.scrollWidth <= page.documentElement.clientWidth, page.defaultView.performance.getEntriesByType('resource').length, !page.getElementById('source').hidden].join());
            if (said.length === files.length) document.body.textContent = said.join(' ');
          };
          document.body.append(frame);
        }
        </script></body>
        """;

    [ChromiumFact]
    public async Task Pages_At390Pixels_DoNotScrollSidewaysAndAskForNothing()
    {
        var pages = new List<string> { briefed.PathOf("zh", ".html"), briefed.PathOf("en", ".html") };
        foreach (var kind in new[] { "card", "county" }) pages.Add(Path.Combine(await briefed.MakeOfAsync(kind, "zh", isInternal: true), kind + ".html"));
        pages.Add(Path.Combine(await briefed.MakeOfAsync("school", "zh", isInternal: true, BriefedCity.FailingSchool), "school.html"));
        var look = Path.Combine(briefed.Folder("zh"), "..", "look.html");
        await File.WriteAllTextAsync(look, Look);
        var profile = briefed.Folder("chromium");

        using var browser = Process.Start(new ProcessStartInfo(ChromiumFactAttribute.Program!,
            ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--user-data-dir=" + profile, "--virtual-time-budget=20000", "--dump-dom", new Uri(Path.GetFullPath(look)).AbsoluteUri + "#" + string.Join(',', pages.Select(page => new Uri(page).AbsoluteUri))])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        browser.ErrorDataReceived += (_, _) => { };
        browser.BeginErrorReadLine();
        var dom = await browser.StandardOutput.ReadToEndAsync();
        await browser.WaitForExitAsync();

        Assert.Contains(string.Join(' ', Enumerable.Repeat("true,0,true", pages.Count)), dom, StringComparison.Ordinal);
    }
}
