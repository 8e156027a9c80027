using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>
/// 内部环节: a second person approves or declines a loaded rule set, or whoever loaded it takes it back. From the approval on new cases are bound to it; those that
/// are open stay on the rules that they have.
/// </summary>
/// <param name="To">What it becomes.</param>
/// <param name="Edition">How many approved ones there were when the effects were shown.</param>
/// <param name="Opinion">Why; needed where it does not become a rule.</param>
public sealed record DecideRuleSet(string Id, string PersonId, string RuleSet, RuleSetState To, int Edition, string Opinion) : Command(Id, PersonId)
{
    private const int LongestOpinion = 1000;

    /// <inheritdoc/>
    protected override string Payload => $"{RuleSet}|{To}|{Edition}|{Opinion}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!RuleSetRights.MayView(scope.Actor) || await scope.Db.RuleSets.SingleOrDefaultAsync(known => known.Id == RuleSet, cancellationToken) is not { } version)
            return new Answer.NotFound();
        if (Against(scope, version) is { } refusal)
            return refusal;
        if (To is RuleSetState.Approved)
        {
            var book = await scope.Machinery.Rules.CurrentAsync(scope.Db, cancellationToken);
            if (book.Edition != Edition)
                return RuleSetRights.Refuse("Moved");
            if (RuleFile.Parse(version.Json).FaultsAmong(book.Newest) is { Count: > 0 } faults)
                return new Answer.Refused([.. faults.Select(fault => Ruling.Refuse(Citations.InternalStep, fault, Text.Of<RuleSetTexts>("Fault.Remedy")))]);
            version.Edition = book.Edition + 1;
        }
        (version.State, version.DecidedBy, version.DecidedByText, version.DecidedAt, version.Opinion) =
            (To, PersonId, $"{scope.Actor.PostText} {scope.Actor.Name}", scope.Now, Opinion is "" ? null : Opinion);
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            rules = version.Id, version.Kind, version.Hash, state = To.ToString(), version.Edition, opinion = version.Opinion,
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/rule-sets/{version.Id}");
    }

    private Answer.Refused? Against(CommandScope scope, RuleSetVersion version) => this switch
    {
        _ when version.State is not RuleSetState.Loaded => RuleSetRights.Refuse("Decided", Text.Of<RuleSetTexts>("State." + version.State), version.DecidedByText),
        { To: RuleSetState.Withdrawn } when version.LoadedBy != PersonId => RuleSetRights.Refuse("NotYours"),
        { To: RuleSetState.Approved or RuleSetState.Declined } when !RuleSetRights.MayApprove(scope.Actor) => RuleSetRights.Refuse("MayNotApprove"),
        { To: RuleSetState.Approved or RuleSetState.Declined } when version.LoadedBy == PersonId => RuleSetRights.Refuse("SamePerson"),
        { To: RuleSetState.Declined, Opinion: "" } => RuleSetRights.Refuse("NoOpinion"),
        { Opinion.Length: > LongestOpinion } => RuleSetRights.Refuse("LongOpinion", LongestOpinion),
        _ => null,
    };
}
