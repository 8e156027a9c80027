using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Ledgers.Recusal;

/// <summary>A case in which the posts of a member speak against him and nobody decided on it.</summary>
/// <param name="Since">When the alarm was raised (UTC).</param>
public sealed record UndecidedTies(string CaseId, string Number, string Title, DateTimeOffset Since, IReadOnlyList<Tie> Ties);

/// <summary>
/// 参照《突发环境事件调查处理办法》第六条: a team may be approved, and its report go up, while a post that a member once held is not decided on. The supervisors' office sees it until
/// it is. Only the investigation team counts: of the other nothing is told (第十条第一句), its own page and audit show it.
/// </summary>
public static class TieAlarm
{
    private const int Most = 50;

    /// <summary>Ties that the register tells, of members with a seat, without a decision.</summary>
    public static IReadOnlyList<Tie> Of(CaseFile file, OrganisationDirectory directory) =>
        [.. RecusalCheck.Of(file, directory, file.Members(TeamKind.Investigation), behindWall: false).Where(tie => tie.IsOfPosts && tie.Decision is null)];

    /// <summary>Raises the alarm of a case, or takes it back once everything is decided, or the case has ended.</summary>
    /// <param name="raise">Whether it may be raised now; else it is only taken back.</param>
    internal static async Task KeepAsync(CommandScope scope, CaseFile file, bool raise, CancellationToken cancellationToken)
    {
        var holds = file.IsAlive && Of(file, scope.Directory).Count > 0;
        if (holds && raise)
            await Alarm.AddAsync(scope.Db, AlarmKind.TiesUndecided, file.Id, file.Id, scope.Now, cancellationToken);
        if (!holds)
            foreach (var alarm in await scope.Db.Alarms.Where(alarm => alarm.Kind == AlarmKind.TiesUndecided && alarm.Subject == file.Id && alarm.SettledAt == null)
                .ToListAsync(cancellationToken))
                alarm.SettledAt = scope.Now;
    }

    /// <summary>The standing alarms for the supervisors' office, without the cases of which the reader may know nothing.</summary>
    public static async Task<IReadOnlyList<UndecidedTies>> StandingAsync(Actor reader, OrganisationDirectory directory, AccountabilityDb db, CancellationToken cancellationToken)
    {
        if (!reader.Holds(Roles.Oversight))
            return [];
        var since = await db.Alarms.AsNoTracking().Where(alarm => alarm.Kind == AlarmKind.TiesUndecided && alarm.SettledAt == null && alarm.CaseId != null)
            .OrderBy(alarm => alarm.At).Take(Most).ToDictionaryAsync(alarm => alarm.CaseId!, alarm => alarm.At, cancellationToken);
        if (since.Count == 0)
            return [];
        var (ids, person) = (since.Keys.ToList(), reader.PersonId);
        var files = await db.Cases.AsNoTracking().Where(file => ids.Contains(file.Id) && !file.Exclusions.Any(exclusion => exclusion.PersonId == person))
            .Include(file => file.Submissions).Include(file => file.TeamMembers).Include(file => file.Parties).Include(file => file.Entries).AsSplitQuery().ToListAsync(cancellationToken);
        return [.. files.Where(file => file.IsAlive).Select(file => new UndecidedTies(file.Id, file.Number, file.Title, since[file.Id], Of(file, directory)))
            .Where(each => each.Ties.Count > 0).OrderBy(each => each.Since)];
    }
}
