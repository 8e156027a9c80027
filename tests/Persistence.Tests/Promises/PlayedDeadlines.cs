using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.WorkItems;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>What contracts about deadlines play and read.</summary>
public abstract class PlayedDeadlines(Node node)
{
    protected World World => node.World;

    protected DateOnly Today => BeijingTime.DayOf(World.Clock.GetUtcNow());

    protected async Task<PlayedCase> InvestigatedAsync()
    {
        var played = await RegisteredAsync(World);
        await played.CompleteAsync("LaunchInvestigation", DeputyGovernor, Launch with { DecidedOn = Today });
        await played.CompleteAsync("ProposeTeam", Bureau, Team);
        await played.CompleteAsync("ApproveTeam", Governor, new ApproveTeamForm { Decision = Approval.Approved, DocumentNumber = "昌州政函〔2026〕15号", ApprovedOn = Today });
        return played;
    }

    protected async Task<(WorkItem Item, Deadline Deadline)> DeadlineOfAsync(PlayedCase played, string activity)
    {
        var item = await played.ItemAsync(activity);
        await using var db = World.Db();
        return (item, await db.Deadlines.AsNoTracking().Include(deadline => deadline.Rungs).Include(deadline => deadline.Extensions).SingleAsync(deadline => deadline.Id == item.Id));
    }

    protected async Task PassToAsync(WorkItem item, string rung)
    {
        await using var db = World.Db();
        var due = await db.Set<DeadlineRung>().Where(row => row.DeadlineId == item.Id && row.Name == rung && row.Status == RungStatus.Pending).Select(row => row.DueAt).SingleAsync();
        World.Clock.Advance(due - World.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
    }

    protected async Task<IReadOnlyList<string>> ToldAsync(WorkItem item)
    {
        await using var db = World.Db();
        var ids = await db.Notices.Where(notice => notice.WorkItemId == item.Id && notice.Kind == NoticeKind.Reminder).OrderBy(notice => notice.At).Select(notice => notice.Id).ToListAsync();
        return [.. ids.Select(id => id.Split('>')[0].Split(':')[^1])];
    }

    protected async Task<string> LastAuditAsync(PlayedCase played)
    {
        await using var db = World.Db();
        return await db.Audit.Where(entry => entry.CaseId == played.Id).OrderByDescending(entry => entry.Sequence).Select(entry => entry.Details).FirstAsync();
    }

    protected static IEnumerable<string> Reasons(Answer answer) => answer.ShouldBeOfType<Answer.Refused>().Rulings.Select(ruling => ruling.Reason!.In(Chinese));

    private static System.Globalization.CultureInfo Chinese { get; } = System.Globalization.CultureInfo.GetCultureInfo("zh-CN");
}
