using System.IO.Compression;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Faults;

/// <summary>What somebody types or puts into an address is text: it never becomes a part of a page, a formula, or a statement.</summary>
public sealed class HostileInputTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private static readonly string[] payloads =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "javascript:alert(1)", "<iframe srcdoc='<script>alert(1)</script>'>",
        "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "{{constructor.constructor('alert(1)')()}}", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<a href='data:text/html,<script>alert(1)</script>'>案卷</a>", "<form action=//evil.example><button>提交</button></form>", "<style>*{display:none}</style>",
    ];

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task Whatever_a_title_says_is_shown_as_it_was_typed_and_runs_nowhere()
    {
        using var official = await site.SignedInAsync("gov-zhang");
        foreach (var payload in payloads)
        {
            var caseId = await official.OpenCaseAsync(payload);
            foreach (var page in new[] { await official.GetAsync($"/cases/{caseId}"), await official.GetAsync("/cases"), await official.GetAsync("/"), await official.GetAsync("/cases?q=" + Uri.EscapeDataString(payload)) })
            {
                page.CountOf("script:not([src^='/'])").ShouldBe(0, payload);
                page.CountOf("iframe, math, style, [onerror], [onload], [srcdoc]").ShouldBe(0, payload);
                page.CountOf("[href^='javascript:'], [href^='data:'], [src='x'], form[action^='//']").ShouldBe(0, payload);
            }
            (await official.GetAsync($"/cases/{caseId}")).Text.ShouldContain(System.Text.RegularExpressions.Regex.Replace(payload, @"\s+", " "));
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    [InlineData("＝1+1")]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"案卷\")")]
    public async Task No_cell_of_a_table_is_a_formula(string title)
    {
        using var official = await site.SignedInAsync("gov-zhang");
        await official.OpenCaseAsync(title);

        using var answer = await official.DownloadAsync("/cases/export");

        await using var stream = await answer.Content.ReadAsStreamAsync();
        await using var workbook = new ZipArchive(stream, ZipArchiveMode.Read);
        var sheets = workbook.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList();
        sheets.ShouldNotBeEmpty();
        foreach (var sheet in sheets)
        {
            using var reader = new StreamReader(await sheet.OpenAsync());
            var xml = await reader.ReadToEndAsync();
            xml.ShouldContain("1");
            xml.ShouldNotContain("<f>");
            xml.ShouldNotContain("<x:f>");
        }
        workbook.Entries.ShouldNotContain(entry => entry.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("externalLinks", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/cases", "q", "status", "stage", "county", "level", "year", "after")]
    [InlineData("/", "q", "box", "only", "stage", "sort", "after", "done", "filter")]
    [InlineData("/notices", "after", "q", "box")]
    [InlineData("/oversight", "q", "light", "stage", "office", "case", "county", "age", "order", "by", "after")]
    [InlineData("/people", "q", "on", "kind")]
    public async Task No_parameter_of_an_address_breaks_a_page_or_reaches_the_database_as_a_statement(string path, params string[] parameters)
    {
        using var official = await site.SignedInAsync(path == "/people" ? "it-lu" : path == "/oversight" ? "oversight-shen" : "gov-zhang");
        string[] values = ["' OR '1'='1", "1; DROP TABLE Cases --", "%", "_", "\\", "[a-", "(((((", "\0", new string('某', 3_000), "-1", "99999999999999999999", "{0}", "𠮷·•"];
        var before = await site.ReadAsync(db => Task.FromResult(db.Cases.Count()));

        foreach (var parameter in parameters)
            foreach (var value in values)
                (await official.GetAsync($"{path}?{parameter}={Uri.EscapeDataString(value)}")).Status.ShouldBeOneOf([200, 400, 404, 414, 422, 431], $"{path}?{parameter}={value[..Math.Min(30, value.Length)]}");

        (await site.ReadAsync(db => Task.FromResult(db.Cases.Count()))).ShouldBe(before);
    }
}
