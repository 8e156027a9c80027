using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Members;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Recusal;

/// <summary>
/// 参照《突发环境事件调查处理办法》第六条: somebody steps aside. In this very transaction the case ceases to exist for him, his seat goes to whoever
/// replaces him (第八条第二句), and what was given to him by name goes on.
/// </summary>
[Entry(Named, RecusalRules.Clause)]
public sealed class DecideRecusal : EntryKind<DecideRecusalForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "decide-recusal";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.Actor.Holds(Roles.Government) || context.Actor.Holds(Roles.Supervision);

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, DecideRecusalForm form) =>
    [
        RecusalRules.IsKnown(context.Directory, form.PersonId),
        RecusalRules.IsAnothersMatter(context, form),
        RecusalRules.IsHisToDecide(context, form),
        RecusalRules.LeaderIsReplaced(context, form),
        RecusalRules.ReplacementFits(context, form),
    ];

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, DecideRecusalForm form)
    {
        if (form.Verdict != RecusalVerdict.Recused)
            return;
        var file = context.File;
        var seat = file.TeamMembers.Find(member => member.To is null && member.PersonId == form.PersonId);
        file.Exclude(form.PersonId, context.Now, entry.Id);
        var joins = string.IsNullOrEmpty(form.ReplacementId) || seat is null ? ((string, string, TeamFunction)?)null
            : (form.ReplacementId, form.ReplacementUnit!, seat.Function);
        if (seat is not null)
            Seats.Change(context, seat.Team, form.PersonId, joins);
        Seats.PassOn(context, form.PersonId, seat?.Team, form.ReplacementId);
        if (joins is var (newcomer, _, _))
            file.Notify(new Recipient(PersonId: newcomer), Text.Of<DecideRecusal>("Notice.StepsIn", file.Number, file.Title, form.DocumentNumber),
                context.Now, entry.Walled);
    }

    /// <summary>第十条第一句: what is decided about the supervision team stays in its file.</summary>
    protected override bool IsWalled(EntryContext context, DecideRecusalForm form) =>
        context.File.Members(TeamKind.Supervision).Any(member => member.PersonId == form.PersonId);
}
