using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers.FollowUp;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Web.Tests.Channels;
using WorkflowAccountability.Web.Tests.Papers;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Ledgers;

/// <summary>内部环节 (D23): a periodic report moves the day of following up by a period, reminders and all.</summary>
public sealed class FollowUpReportTests : IAsyncLifetime
{
    private const string Item = "00000000000000e1";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly MovedClock clock = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        clock.Advance(TimeSpan.FromDays(25));
        site = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(clock));
        await SeededCase.SeedAsync(site);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task 第十一条第二款第二句_a_report_of_the_office_moves_its_own_day_of_following_up_by_one_period_and_is_reminded_of_again()
    {
        var due = BeijingTime.DayOf(clock.GetUtcNow()).AddDays(5);
        await SeedItemAsync(site, due);
        using var office = await site.SignedInAsync("supervision-lin");
        var address = $"/cases/{SeededCase.Id}/ledgers/{ReportFollowUp.Named}";
        var page = await office.GetAsync(address);
        page.Status.ShouldBe(200, page.Text);
        var fields = page.FieldsOf(address);
        foreach (var row in fields.Keys.Where(name => name.EndsWith(".Progress", StringComparison.Ordinal)).ToList())
            fields[row] = fields.GetValueOrDefault(row.Replace(".Progress", ".MeasureId", StringComparison.Ordinal)) is { Length: > 0 } ? nameof(FollowUpProgress.UnderWay) : "";
        fields["Findings"] = "逐项核查。";

        var answer = await office.PostAsync(address, fields);

        answer.Status.ShouldBe(303, string.Join(' ', [.. answer.Problems, .. answer.Errors, answer.Text]));
        var deadline = await site.ReadAsync(db => db.Deadlines.Include(known => known.Extensions).Include(known => known.Rungs).SingleAsync(known => known.Id == Item));
        deadline.DueOn.ShouldBeGreaterThanOrEqualTo(due.AddDays(30));
        deadline.Extensions.ShouldHaveSingleItem().Reason.ShouldContain("顺延一个跟踪周期");
        deadline.Rungs.ShouldContain(rung => rung.Status == RungStatus.Pending, "somebody is reminded of the next");
        (await site.ReadAsync(db => db.WorkItems.Where(known => known.Id == Item).Select(known => known.DueAt).SingleAsync())).ShouldBe(deadline.DueAt);
    }

    private static async Task SeedItemAsync(RunningSite site, DateOnly due)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync();
        var opened = BeijingTime.At(due.AddDays(-30), new TimeOnly(9, 0));
        var (at, near) = (BeijingTime.At(due, new TimeOnly(23, 59, 59)), BeijingTime.At(due.AddDays(-3), TimeOnly.MinValue));
        db.Add(new WorkItem
        {
            Id = Item, CaseId = SeededCase.Id, InstanceId = "i", BookmarkId = "b2", StageType = "Accountability.MonitorFollowUp", ActivityId = "a", ActivityInstanceId = "ai2",
            Seat = "supervision", FormName = "FollowUpForm", CandidateKey = "role:SUPERVISION", Walled = false, OpenedAt = opened, Status = WorkItemStatus.Open,
            DeadlineCode = "D23", DueAt = at, NearAt = near,
        });
        db.Add(new Deadline
        {
            Id = Item, CaseId = SeededCase.Id, Code = "D23", Origin = DeadlineOrigin.Internal, Basis = new DeadlineBasis(30, PeriodUnit.Day, [3]), StartsOn = due.AddDays(-30),
            OpenedAt = opened, DueOn = due, DueAt = at, NearAt = near, Provisional = false, CalendarVersion = 0, Walled = false,
        });
        await db.SaveChangesAsync();
    }
}
