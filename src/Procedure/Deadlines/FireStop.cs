using System.Globalization;
using System.Text.Json;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>
/// 内部环节: a stop nears the end of its own period or has passed it, and nobody has ended it. Whoever ordered it is told, and the offices that must hear of
/// lateness. All rungs whose time has come fire together, each once.
/// </summary>
/// <param name="Id">The id of the latest rung that is due, so that two nodes give the same command.</param>
public sealed record FireStop(string Id, string Case, string SuspensionId) : Command(Id, Actor.Clock.PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => SuspensionId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseForDeadlinesAsync(Case, cancellationToken);
        var stop = scope.Db.Suspensions.Local.SingleOrDefault(stop => stop.Id == SuspensionId && stop.To is null);
        var due = stop?.Rungs.Where(rung => rung.Status is RungStatus.Pending && rung.DueAt <= scope.Now).OrderBy(rung => rung.DueAt).ThenBy(rung => rung.Id, StringComparer.Ordinal).ToList();
        if (file is null || stop is null || due is null or [])
            return new Answer.NotFound();

        due.AddRange(StopLadder.Continue(stop, scope));
        foreach (var rung in due)
            (rung.Status, rung.FiredAt) = (RungStatus.Fired, scope.Now);
        await TellAsync(scope, file, stop, due, cancellationToken);
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(
            new { stop = stop.Code, of = stop.Id, due = stop.DueOn, rungs = due.Select(rung => rung.Name) }, FormJsonText.Options), walled: false, cancellationToken);
        return new Answer.Done($"/cases/{file.Id}/deadlines");
    }

    private static async Task TellAsync(CommandScope scope, CaseFile file, Suspension stop, List<StopRung> due, CancellationToken cancellationToken)
    {
        var addressees = new Addressees(scope.Directory, file, scope.Now);
        // Who ordered it may have left, or come under inquiry: then those hear of it who could have ordered it.
        var ordered = stop.OrderedBy is { } person ? addressees.OfPerson(person) : [];
        if (ordered.Count == 0)
            ordered = StopLadder.RuleOf(stop)?.StoppedBy?.Select(role => addressees.OfRole(role)).FirstOrDefault(offices => offices.Count > 0) ?? [];
        HashSet<(Recipient, string)> told = [];
        if (ordered.Count == 0)
            await Alarm.AddAsync(scope.Db, AlarmKind.NobodyToRemind, $"{stop.Id}>{stop.OrderedBy}", file.Id, scope.Now, cancellationToken);
        foreach (var to in ordered)
            Tell(to, scope.Today <= stop.DueOn ? "Stop.Remind.Before" : "Stop.Remind.Late", due[^1]);
        foreach (var rung in due.Where(rung => rung.ToRole is not null).GroupBy(rung => (rung.ToRole, rung.ToHead)).Select(same => same.Last()))
            foreach (var to in rung.ToHead ? addressees.HeadsOf(rung.ToRole!) : addressees.OfRole(rung.ToRole!))
                Tell(to, rung.ToHead ? "Stop.Remind.Leader" : "Stop.Remind.Office", rung);

        void Tell(Recipient to, string key, StopRung rung)
        {
            if (told.Add((to, key)))
                file.Notices.Add(Notice.RemindOfPeriod($"{rung.Id}>{told.Count}", file, to, Text.Of<DeadlineTexts>(key, file.Number, Text.Of<DeadlineTexts>("Stop.Named." + stop.Code),
                    Day(stop.From), Day(stop.DueOn!.Value)), scope.Now, walled: false));
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
