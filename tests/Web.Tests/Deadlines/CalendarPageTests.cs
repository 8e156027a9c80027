using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Channels;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Deadlines;

/// <summary>A notice is brought in over the page: uploaded, previewed with the deadlines that it moves, confirmed once; on a day of its own, so that no year ends in between.</summary>
public sealed class CalendarPageTests : IAsyncLifetime
{
    private const string Administrator = "it-lu";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(new MovedClock()));

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("ics")]
    public async Task A_notice_in_every_shape_is_previewed_with_what_it_moves_applied_once_and_refused_when_the_preview_is_stale(string shape)
    {
        var (item, number, due) = await RunningDeadlineAsync();
        using var administrator = await site.SignedInAsync(Administrator);
        using var official = await site.SignedInAsync("gov-ma");
        var form = await administrator.GetAsync("/calendar");
        KeyValuePair<string, string>[] typed = [new("Layer", "Correction"), new("Year", "2026"), new("Basis", "州人民政府办公室通知")];
        (string, string, byte[])[] file = [("File", "notice." + shape, Encoding.UTF8.GetBytes(Written(shape, due)))];

        (await official.SubmitFilesAsync(await official.GetAsync("/"), "/calendar/preview", typed, file)).Status.ShouldBe(404);
        var preview = await administrator.SubmitFilesAsync(form, "/calendar/preview", typed, file);
        preview.Status.ShouldBe(200, preview.Text);
        preview.Text.ShouldNotContain(number, customMessage: "the case is not open to an administrator");
        foreach (var said in new[] { "（无权查看）", "D04", Day(due), Day(WorkingCalendar.Shipped.Move(due, 1)) })
            preview.Text.ShouldContain(said);
        (await DueAsync(item)).ShouldBe(due, "a preview changes nothing");
        var confirmed = await administrator.SubmitAsync(preview, "/calendar");
        var stale = await administrator.SubmitAsync(preview, "/calendar", new("_command", "a-stale-preview"), new("Basis", "另一份通知"));

        confirmed.Status.ShouldBe(303, confirmed.Text);
        (await DueAsync(item)).ShouldBe(WorkingCalendar.Shipped.Move(due, 1));
        stale.Status.ShouldBe(422);
        (await administrator.SubmitAsync(preview, "/calendar")).Status.ShouldBe(303, "the same form sent twice is one notice");
        (await site.ReadAsync(db => db.CalendarNotices.CountAsync(notice => notice.Layer == CalendarLayer.Correction))).ShouldBe(1);
        (await official.SubmitAsync(await official.GetAsync("/"), "/calendar", preview.FieldsOf("/calendar").Where(field => field.Key != "__RequestVerificationToken"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_answered_line_by_line_and_nothing_typed_is_lost()
    {
        using var administrator = await site.SignedInAsync(Administrator);

        var refused = await administrator.SubmitFilesAsync(await administrator.GetAsync("/calendar"), "/calendar/preview",
            [new("Layer", "National"), new("Year", "2027"), new("Basis", "国办发明电〔2026〕1号")], ("File", "notice.csv", Encoding.UTF8.GetBytes("2027-02-30,休\n2027-01-01,也许")));

        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("无法识别：“2027-02-30”。");
        refused.Text.ShouldContain("无法识别：“2027-01-01,也许”。");
        var kept = refused.FieldsOf("/calendar/preview");
        (kept["Year"], kept["Basis"]).ShouldBe(("2027", "国办发明电〔2026〕1号"));
        kept["Content"].ShouldContain("2027-02-30");
    }

    private async Task<(string Item, string Number, DateOnly Due)> RunningDeadlineAsync()
    {
        using var registrant = await site.SignedInAsync("gov-zhang");
        var caseId = await registrant.OpenCaseAsync();
        (await registrant.CompleteAsync(await site.ItemAsync(caseId, "RegisterLead"),
            FirstSteps.ALead with { ReceivedOn = new(2026, 2, 27), ActsFrom = new(2026, 1, 5) })).Status.ShouldBe(303);
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        return (item, await site.ReadAsync(db => db.Cases.Where(file => file.Id == caseId).Select(file => file.Number).SingleAsync()), await DueAsync(item));
    }

    private Task<DateOnly> DueAsync(string item) => site.ReadAsync(db => db.Deadlines.Where(row => row.Id == item).Select(row => row.DueOn).SingleAsync());

    private static string Written(string shape, DateOnly rest) => shape switch
    {
        "json" => $$"""{"restDays":["{{Day(rest)}}"],"workdays":[]}""",
        "csv" => $"日期,安排\r\n{Day(rest)},休\r\n",
        _ => $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{rest.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}\r\nSUMMARY:停电放假（休）\r\nEND:VEVENT\r\nEND:VCALENDAR",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
