using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>
/// What a date alone makes of posts: on the day on which a post ends, a successor begins or a handover falls due, its items move. Once a day, however
/// often it runs and on however many nodes; after an outage it makes up for all the days since. One case that fails holds up no other, and is tried again.
/// </summary>
public sealed class SweepPosts(
    IDbContextFactory<AccountabilityDb> databases, CommandRunner commands, DirectorySource directories, TimeProvider clock, ILogger<SweepPosts> logger)
{
    private const int LongestOutage = 400;

    /// <summary>Runs once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // A clock that jumped must not end anybody's post.
        if (await db.Set<FiringPause>().AnyAsync(pause => pause.ConfirmedAt == null, cancellationToken))
            return;
        var (now, directory) = (clock.GetUtcNow(), await directories.CurrentAsync(db, cancellationToken));
        var today = BeijingTime.DayOf(now);
        var open = await db.Set<Handover>().AsNoTracking().Where(handover => handover.Status == HandoverStatus.Prepared || handover.Status == HandoverStatus.Given
            || handover.Status == HandoverStatus.Agreed).OrderBy(handover => handover.OpenedAt).ToListAsync(cancellationToken);
        foreach (var due in open.Where(handover => HandoverSettlement.IsDue(handover, directory, today)))
            await TryAsync(db, new SettleHandover($"handover:{due.Id}", due.Id), due.Id, cancellationToken);
        if (await LastDayAsync(db, today, cancellationToken) is { } last && last < today)
            await TurnAsync(db, new Vacancy(directory, BeijingTime.EndOf(last), directory, now), last, today, cancellationToken);
    }

    private async Task TurnAsync(AccountabilityDb db, Vacancy vacancy, DateOnly last, DateOnly today, CancellationToken cancellationToken)
    {
        var isWhole = true;
        foreach (var caseId in await vacancy.CasesAsync(db, cancellationToken))
            isWhole &= await TryAsync(db, new SettleVacancy($"{IdOf(today)}:{caseId}", caseId, last), caseId, cancellationToken);
        if (isWhole)
            await commands.RunAsync(new CloseDay(IdOf(today)), cancellationToken);
    }

    private async Task<bool> TryAsync(AccountabilityDb db, Command command, string subject, CancellationToken cancellationToken)
    {
        try
        {
            return await commands.RunAsync(command, cancellationToken) is Answer.Done or Answer.NotFound;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Logs.PostNotMoved(logger, command.Id, exception);
            await Alarm.RaiseAsync(db, AlarmKind.PostNotMoved, subject, command.CaseId, clock.GetUtcNow(), cancellationToken);
            return false;
        }
    }

    // The day up to which everything is done; yesterday where no day was ever closed.
    private static async Task<DateOnly> LastDayAsync(AccountabilityDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var id = IdOf(today);
        if (await db.Commands.AnyAsync(command => command.Id == id, cancellationToken))
            return today;
        var days = Enumerable.Range(1, LongestOutage).Select(back => today.AddDays(-back)).ToDictionary(IdOf);
        var ids = days.Keys.ToList();
        var closed = await db.Commands.Where(command => ids.Contains(command.Id)).Select(command => command.Id).ToListAsync(cancellationToken);
        return closed.Count == 0 ? today.AddDays(-1) : closed.Max(known => days[known]);
    }

    private static string IdOf(DateOnly day) => "posts:" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>内部环节: in one case, what people and offices left whose time ended since a day.</summary>
/// <param name="Since">The last day for which this was done.</param>
public sealed record SettleVacancy(string Id, string Case, DateOnly Since) : Command(Id, Actor.Clock.PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => Since.ToString("O", CultureInfo.InvariantCulture);

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        return await new Vacancy(scope.Directory, BeijingTime.EndOf(Since), scope.Directory, scope.Now).SettleAsync(scope, Case, cancellationToken)
            ? new Answer.Done($"/cases/{Case}") : new Answer.NotFound();
    }
}

/// <summary>内部环节: everything of this day was done; its row is what a restart goes by.</summary>
public sealed record CloseDay(string Id) : Command(Id, Actor.Clock.PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => "";

    internal override Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken) => Task.FromResult<Answer>(new Answer.Done("/people"));
}
