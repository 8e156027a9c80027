using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;

namespace WorkflowAccountability.Procedure.Stages.RecordRestrictions;

/// <summary>第十二条第一款: what the units and persons found responsible may not receive is entered, confirmed and kept in the ledger.</summary>
[Stage("Accountability.RecordRestrictions", Citation = "第十二条第一款")]
public sealed class RecordRestrictionsStage : Stage
{
    private const string EnterSeat = "enter";
    private const string ConfirmSeat = "confirm";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Recorded"];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Forms => [typeof(RestrictionsForm), typeof(ConfirmRestrictionsForm)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> StepsAfter(string seat) => [SeatName(seat == EnterSeat ? ConfirmSeat : EnterSeat)!];

    /// <inheritdoc/>
    public override bool MayLeaveFrom(string seat) => seat == ConfirmSeat;

    /// <summary>第十二条第一款: the entries are drawn up from the approved findings.</summary>
    public override IReadOnlyList<Seat> Enter(StageContext context) => [EnterFor(context)];

    /// <summary>第十二条: every responsible party, fitting kinds, no invented end.</summary>
    public override IEnumerable<Ruling> Check(StageContext context, string seat, object form) => form switch
    {
        RestrictionsForm entries =>
        [
            RestrictionRules.RestsOnApproval(context.File),
            .. Responsible(context.File).Select(party => RestrictionRules.IsEnteredOrExplained(entries, party)),
            .. entries.Entries.SelectMany((entry, at) => new[]
            {
                RestrictionRules.Fits(context.File, entries, entry, at + 1),
                RestrictionRules.EndsByRule(entry, at + 1),
                RestrictionRules.HasSoundYears(entry, at + 1, context.Today),
            }),
        ],
        ConfirmRestrictionsForm confirmation =>
        [
            RestrictionRules.BackSaysWhy(confirmation),
            RestrictionRules.IsConfirmedByAnother(context.Submissions.Last(submission => submission.Seat == EnterSeat), context.Actor),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, $"{About.Type} takes entries or their confirmation."),
    };

    /// <summary>内部环节: entries become valid when the second role has confirmed them; going back opens them again.</summary>
    public override StageStep Submit(StageContext context, string seat, object form)
    {
        switch (form)
        {
            case RestrictionsForm:
                return StageStep.Open(new Seat(ConfirmSeat, typeof(ConfirmRestrictionsForm), Candidate.OfRole(SecondRole(context))));
            case ConfirmRestrictionsForm { Decision: RestrictionsDecision.Back }:
                return StageStep.SendBack(EnterFor(context));
            default:
                Record(context.File, context.Submitted<RestrictionsForm>(EnterSeat)!);
                context.File.Notify(new Recipient(Role: Roles.OrgDept),
                    Text.Of<RecordRestrictionsStage>(
                        "Notice.Recorded", context.File.Number, context.File.Title, context.File.Restrictions.Count),
                    context.Now);
                return StageStep.Leave("Recorded");
        }
    }

    /// <summary>内部环节: the second role has the entries drawn up anew.</summary>
    public override IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words) => seat != ConfirmSeat ? [] :
        [new("Back", "RestrictionsDecision.Back", new ConfirmRestrictionsForm { Decision = RestrictionsDecision.Back, Remarks = words })];

    // 内部环节: a bureau that is examined itself does not keep the ledger in its own cause.
    private Seat EnterFor(StageContext context)
    {
        SecondRole(context);
        var keeper = context.File.ConcernsLeadBureau && context.Inputs.Role == Roles.LeadEnv ? Roles.Government : context.Inputs.Role;
        return new Seat(EnterSeat, typeof(RestrictionsForm), Candidate.OfRole(keeper))
        {
            Deadline = context.Inputs.Deadline,
            EscalateTo = context.Inputs.EscalateTo,
            Prefill = context.Submitted<RestrictionsForm>(EnterSeat),
        };
    }

    private string SecondRole(StageContext context) => context.Inputs.SecondRole ?? throw new InvalidOperationException(
        $"{About.Type} needs the role that confirms the entries: put it into the stage's input secondRole.");

    /// <summary>第三条第三款: whoever falls under other laws is no matter of this ledger.</summary>
    private static IEnumerable<Party> Responsible(CaseFile file) => file.Matrix()
        .Where(responsible => responsible.Findings.Any(finding => finding.Scope != PartyScope.OtherLaw))
        .Select(responsible => responsible.Party);

    private static void Record(CaseFile file, RestrictionsForm form)
    {
        // What a case that was taken up again found once more stands already.
        foreach (var entry in form.Entries.Where(entry => !file.Restrictions.Exists(known => known.PartyId == entry.PartyId && known.Kind == entry.Kind && known.LiftedOn is null)))
            file.Restrictions.Add(new Restriction
            {
                Id = $"R{file.Restrictions.Count + 1}", CaseId = file.Id, PartyId = entry.PartyId, Kind = entry.Kind!.Value,
                EventYear = entry.EventYear, FindingYear = entry.FindingYear!.Value, Start = entry.Start!.Value, End = entry.End,
                Basis = entry.End is null ? entry.Basis : $"{entry.Basis}；{entry.EndBasis}",
            });
    }
}
