using System.Globalization;
using System.Text.Json;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Something that deadlines of the case do not count begins or ends: the loss assessment (D08) stops the investigation (D07).</summary>
/// <param name="SuspensionId">The one that ends; null where one begins.</param>
/// <param name="Code">The row of the table that stops others.</param>
/// <param name="On">The day of the beginning or the end.</param>
public sealed record StopDeadlines(string Id, string PersonId, string Case, string? SuspensionId, string Code, DateOnly On, string Reason) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{SuspensionId}|{Code}|{On.ToString("O", CultureInfo.InvariantCulture)}|{Reason}";

    /// <summary>The rows of the table that this actor may begin and end in a case; 第七条第二句: by a superior's instruction the government stops its own inquiry.</summary>
    [Clause("第七条第二句")]
    public static IReadOnlyList<DeadlineRule> MayRecord(CaseFile file, Actor actor, DateOnly today) => file.Concerns(actor.PersonId) ? [] :
        [.. file.Rules.Deadlines.Rules.Where(rule => rule.Suspends is not null && Validity.Covers(rule.ValidFrom, rule.ValidTo, today)
            && rule.StoppedBy is not null && rule.StoppedBy.Any(role => actor.Holds(role)
                && !(role == Organisations.Roles.LeadEnv && file.ConcernsLeadBureau)))];

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseForDeadlinesAsync(Case, cancellationToken);
        var rule = file is null ? null : MayRecord(file, scope.Actor, scope.Today).FirstOrDefault(rule => rule.Code == Code);
        var stop = SuspensionId is null ? null : scope.Db.Suspensions.Local.SingleOrDefault(stop => stop.Id == SuspensionId && stop.CaseId == Case && stop.Code == Code);
        if (file is null || rule is null || (SuspensionId is not null && stop is null))
            return new Answer.NotFound();
        if (Refusals(stop, file, scope).ToList() is { Count: > 0 } refusals)
            return new Answer.Refused(refusals);

        if (stop is not null)
        {
            stop.To = On;
            StopLadder.End(stop);
        }
        else
        {
            var begun = new Suspension
            {
                Id = Id, CaseId = Case, Code = Code, From = On, Reason = Reason.Trim(), By = $"{scope.Actor.PostText} {scope.Actor.Name}", OrderedBy = scope.Actor.PersonId,
                At = scope.Now,
            };
            scope.Db.Suspensions.Add(begun);
            StopLadder.SetUp(begun, scope);
        }
        var changes = StoppedClocks.Recount(scope, Case, deadline => rule.Suspends!.Contains(deadline.Code));
        await scope.RecordAsync(file, rule.Citation, JsonSerializer.Serialize(new { stop = Code, on = On, ends = stop is not null, why = Reason.Trim(), changes },
            FormJsonText.Options), walled: false, cancellationToken);
        return new Answer.Done($"/cases/{Case}/deadlines");
    }

    private IEnumerable<Ruling> Refusals(Suspension? stop, CaseFile file, CommandScope scope) => new[]
    {
        Require(On <= scope.Today, "Future"),
        Require(On >= (stop?.From ?? BeijingTime.DayOf(file.OpenedAt)), stop is null ? "BeforeCase" : "BeforeBeginning"),
        Require(stop?.To is null, "Ended"),
        Require(stop is not null || !string.IsNullOrWhiteSpace(Reason), "NoReason"),
        Require(stop is not null || !scope.Db.Suspensions.Local.Any(other => other.CaseId == Case && other.Code == Code && other.To is null), "Running"),
    }.Where(ruling => !ruling.IsAllowed);

    private static Ruling Require(bool holds, string key) => Ruling.Require(holds, "内部环节",
        Text.Of<DeadlineTexts>($"Stop.{key}.Reason"), Text.Of<DeadlineTexts>($"Stop.{key}.Remedy"));
}
