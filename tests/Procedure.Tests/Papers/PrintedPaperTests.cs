namespace WorkflowAccountability.Procedure.Tests.Papers;

/// <summary>GB/T 9704-2012 on paper, as LibreOffice prints it.</summary>
public sealed class PrintedPaperTests : IClassFixture<PrintedPapers>
{
    // 版心: 28 to 184 mm across, 37 to 262 mm down; what stands outside of it are page numbers, and the head of a letter.
    private const double Left = 28, Right = 184, Top = 37, Bottom = 262, Near = 1.2;

    [PrintedFact]
    public async Task Every_document_is_printed_on_A4_with_its_text_inside_the_type_area()
    {
        foreach (var name in PrintedPapers.Sheets.Keys)
        {
            var (width, height, count) = await PrintedPapers.PagesAsync(name);
            (Math.Abs(width - 210) < 0.5, Math.Abs(height - 297) < 0.5).ShouldBe((true, true), name);
            var lines = await PrintedPapers.LinesAsync(name);
            lines.Select(line => line.Page).Distinct().Count().ShouldBe(count, $"{name} has an empty page");
            lines.Where(line => line.Top is > Top and < Bottom && (line.Left < Left - Near || line.Right > Right + Near)).Select(line => $"{name}: {line}").ShouldBeEmpty();
        }
    }

    [PrintedFact]
    public async Task A_full_page_has_22_lines_of_28_characters()
    {
        var pages = (await PrintedPapers.LinesAsync(PrintedPapers.Full)).Where(line => line.Text.Contains('字', StringComparison.Ordinal)).ToLookup(line => line.Page);

        foreach (var page in new[] { 2, 3, 4 })
            pages[page].Count().ShouldBe(22);
        pages[2].Select(line => line.Text.Length).Distinct().ShouldBe([28, 26], ignoreOrder: true, "26 stand in the first line of a paragraph");
    }

    [PrintedFact]
    public async Task Page_numbers_stand_below_the_type_area_on_the_outer_side()
    {
        var lines = await PrintedPapers.LinesAsync(PrintedPapers.Full);

        foreach (var page in new[] { 1, 2, 3 })
        {
            var number = lines.Single(line => line.Page == page && line.Top > Bottom);
            number.Text.ShouldBe($"—{page}—");
            (page % 2 == 1 ? Right - number.Right : number.Left - Left).ShouldBe(5.6, 1.5, "a character from the edge");
        }
    }

    [PrintedFact]
    public async Task The_letterhead_begins_35_millimetres_below_the_upper_edge_of_the_type_area_and_the_record_ends_at_its_lower_edge()
    {
        var lines = await PrintedPapers.LinesAsync("LaunchReply");

        lines.Single(line => line.Text == "昌吉回族自治州人民政府文件").Top.ShouldBe(Top + 35, 3);
        lines.Single(line => line.Text.EndsWith("印发", StringComparison.Ordinal)).Top.ShouldBeInRange(Bottom - 12, Bottom);
        lines.ShouldContain(line => line.Text.Contains("昌州环追〔2026〕7号", StringComparison.Ordinal));
    }
}
