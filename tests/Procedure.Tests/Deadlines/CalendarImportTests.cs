using System.Text;
using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Procedure.Tests.Deadlines;

/// <summary>A year's notice as offices pass it on: read in every shape, refused with every fault at once.</summary>
public sealed class CalendarImportTests
{
    private static readonly DateOnly[] newYear = [new(2027, 1, 1), new(2027, 1, 2), new(2027, 1, 3)], spring = [new(2027, 2, 20)];

    private static readonly IReadOnlyList<CalendarNotice> nothingKnown = [];

    [Theory]
    [InlineData("""{"restDays":["2027-01-01","2027-01-02","2027-01-03"],"workdays":["2027-02-20"]}""")]
    [InlineData("""{"days":[{"date":"2027-01-01","isOffDay":true},{"date":"2027-01-02","isOffDay":true},{"date":"2027-01-03","isOffDay":true},{"date":"2027-02-20","isOffDay":false}]}""")]
    [InlineData("日期,安排\r\n2027-01-01,休\r\n2027/1/2，放假\r\n2027年1月3日\t休\r\n20270220;班\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270104\r\nSUMMARY:元旦\r\n （休）\r\nEND:VEVENT\r\n"
        + "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270220\r\nSUMMARY:春节（班）\r\nEND:VEVENT\r\nEND:VCALENDAR")]
    public void The_same_notice_is_read_in_every_shape(string text)
    {
        var (rest, work, faults) = CalendarFile.Read(text);

        faults.ShouldBeEmpty();
        rest.ShouldBe(newYear);
        work.ShouldBe(spring);
        Import(rest, work).Faults(nothingKnown).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_that_a_Chinese_spreadsheet_wrote_is_read_though_it_is_no_UTF_8()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("2027-01-01,休\n2027-02-20,班");

        var (rest, work, faults) = CalendarFile.Read(CalendarFile.Decode(bytes));

        faults.ShouldBeEmpty();
        (rest.Single(), work.Single()).ShouldBe((newYear[0], spring[0]));
    }

    [Theory]
    [InlineData("2027-02-30,休", "无法识别：“2027-02-30”。")]
    [InlineData("2027-01-01", "无法识别：“2027-01-01”。")]
    [InlineData("2027-01-01,也许", "无法识别：“2027-01-01,也许”。")]
    [InlineData("""{"days":[{"date":"2027-01-01"}]}""", "无法识别：“{\"date\":\"2027-01-01\"}”。")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270110\nDTEND:20270101\nSUMMARY:休\nEND:VEVENT\nEND:VCALENDAR", "无法识别：“20270110 20270101 休”。")]
    public void What_cannot_be_read_is_named_line_by_line(string text, string fault) =>
        CalendarFile.Read(text).Faults.Select(said => said.In(Chinese)).ShouldBe([fault]);

    [Fact]
    public void A_file_that_breaks_off_is_refused_and_not_half_taken() =>
        CalendarFile.Read("""{"restDays":["2027-01-01","2027-""").Faults.ShouldNotBeEmpty();

    [Fact]
    public void Overlaps_repetitions_foreign_years_and_needless_days_are_told_all_at_once() =>
        Import([newYear[0], newYear[0], spring[0], new(2026, 12, 31)], [spring[0], new(2027, 1, 4)], basis: " ").Faults(nothingKnown).Select(said => said.In(Chinese)).ShouldBe(
        [
            "未填写依据。", "2027-02-20既列为放假又列为上班。", "2027-01-01重复出现。", "2026-12-31不属于2027年。", "2027-01-04本来就是工作日，不需要列为调休上班。",
        ]);

    [Theory]
    [InlineData(2015)]
    [InlineData(2101)]
    [InlineData(0)]
    public void A_year_before_the_regulation_or_beyond_all_use_is_refused(int year) =>
        (Import([new(2027, 1, 1)], []) with { Year = year }).Faults(nothingKnown).Single().In(Chinese).ShouldBe($"年份“{year}”不在2016至2100之间。");

    [Fact]
    public void A_notice_without_a_day_and_one_that_says_nothing_new_are_refused()
    {
        Import([], []).Faults(nothingKnown).Select(said => said.In(Chinese)).ShouldBe(["没有任何日期。"]);
        var known = Import(newYear, spring).Row(1, "", DateTimeOffset.UnixEpoch);

        Import([.. newYear.Reverse()], spring).Faults([known]).Select(said => said.In(Chinese)).ShouldBe(["与2027年现行日历完全相同。"]);
    }

    [Fact]
    public void What_a_later_notice_says_of_a_year_takes_the_place_of_the_earlier_one_and_of_that_year_only()
    {
        var first = Import(newYear, spring).Row(1, "", DateTimeOffset.UnixEpoch);
        var second = Import([newYear[0]], []).Row(2, "", DateTimeOffset.UnixEpoch);

        CalendarSource.Of([first]).IsWorkday(spring[0]).ShouldBeTrue("a Saturday that is worked");
        CalendarSource.Of([first, second]).IsWorkday(spring[0]).ShouldBeFalse("the second notice does not name it");
        CalendarSource.Of([first, second]).Number.ShouldBe(2);
    }

    private static System.Globalization.CultureInfo Chinese { get; } = System.Globalization.CultureInfo.GetCultureInfo("zh-CN");

    private static CalendarImport Import(IReadOnlyList<DateOnly> rest, IReadOnlyList<DateOnly> work, string basis = "国办发明电〔2026〕9号") =>
        new(CalendarLayer.National, 2027, rest, work, basis);
}
