using System.IO.Compression;
using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Ledgers.Registers;
using WorkflowAccountability.Web.Tests.Papers;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Ledgers;

/// <summary>Every ledger across cases as a table: what the reader may know, as text and numbers, never as a formula.</summary>
public sealed partial class RegisterTests(CaseSite cases) : IClassFixture<CaseSite>
{
    private readonly RunningSite site = cases.Site;

    public static TheoryData<string> Names => [.. Register.All.Select(register => register.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task 第十二条第一款_第十三条_第十四条_each_register_opens_as_a_table_without_formulas_in_both_languages(string name)
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            using var reader = await site.SignedInAsync("gov-zhang", language);
            (await reader.GetAsync("/registers")).Links.ShouldContain($"/registers/{name}");

            var (cells, formulas) = await TableAsync(reader, name);

            formulas.ShouldBe(0);
            cells.ShouldContain(language == "en" ? "Case" : "案号");
            cells.ShouldNotContain(cell => cell.StartsWith("Column.", StringComparison.Ordinal) || cell.StartsWith("Restriction.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task 第八条第二句_the_members_stand_in_the_register_and_those_of_the_supervision_team_for_its_members_alone()
    {
        using var team = await site.SignedInAsync("supervision-lin");
        using var outside = await site.SignedInAsync("gov-zhang");

        var (inside, before) = (await TableAsync(team, "members"), await TableAsync(outside, "members"));

        inside.Cells.ShouldContain("王知远");
        before.Cells.ShouldContain("王知远");
        inside.Cells.Count(cell => cell == "郭守廉").ShouldBeGreaterThan(before.Cells.Count(cell => cell == "郭守廉"));
    }

    [Fact]
    public async Task 第十四条第二项第二句_whoever_is_under_inquiry_finds_an_empty_table_and_whom_it_does_not_concern_none()
    {
        using var concerned = await site.SignedInAsync("fukang-pei");
        using var leader = await site.SignedInAsync("gov-zhang");

        (await TableAsync(leader, "lifetime")).Cells.ShouldContain("裴立言");
        (await TableAsync(concerned, "members")).Cells.ShouldNotContain(cell => cell.Contains("昌环追", StringComparison.Ordinal));
        (await concerned.GetAsync("/registers/lifetime")).Status.ShouldBe(404);
        (await leader.GetAsync("/registers/unknown")).Status.ShouldBe(404);
    }

    private static async Task<(IReadOnlyList<string> Cells, int Formulas)> TableAsync(Browser reader, string name)
    {
        using var answer = await reader.DownloadAsync($"/registers/{name}");
        ((int)answer.StatusCode).ShouldBe(200);
        using var archive = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        List<string> cells = [];
        var formulas = 0;
        foreach (var part in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) || entry.FullName.EndsWith("sharedStrings.xml", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(await part.OpenAsync());
            var xml = await text.ReadToEndAsync();
            formulas += FormulaElement().Count(xml);
            cells.AddRange(TextElement().Matches(xml).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)));
        }
        return (cells, formulas);
    }

    [GeneratedRegex("<(?:x:)?f[ >]")]
    private static partial Regex FormulaElement();

    [GeneratedRegex("<(?:x:)?(?:t|v)(?: [^>]*)?>([^<]*)</")]
    private static partial Regex TextElement();
}
