using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ProposeTeam;

/// <summary>第八条: the leading bureau, together with the departments concerned, proposes who investigates.</summary>
[Stage("Accountability.ProposeTeam", Citation = "第八条")]
public sealed class ProposeTeamStage : Stage<ProposeTeamForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Proposed"];

    /// <summary>第八条第二句: 由州环保局. 内部环节: where the bureau itself is under inquiry, the convener proposes in its place.</summary>
    protected override Seat Assign(StageContext context)
    {
        var bureau = About.Only(context.Inputs.Role, Roles.LeadEnv);
        return base.Assign(context) with
        {
            To = Candidate.OfRole(context.File.ConcernsLeadBureau ? Roles.EnvCommittee : bureau),
            Prefill = TeamSeats.Explained(context.File, context.Directory, context.Today, context.File.Latest<ProposeTeamForm>() ?? Template(context)),
        };
    }

    /// <summary>第八条: one leader, every general seat filled or explained, the departments heard, nobody in his own cause.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, ProposeTeamForm form) => TeamRules.Of(context, form);

    /// <summary>第八条第一句: whether an examined county may sit in the team is for the legal office to say.</summary>
    protected override void Apply(StageContext context, ProposeTeamForm form)
    {
        var units = form.Members.Where(member => TeamRules.SitsForAnExaminedUnit(context.File, member)).Select(member =>
            member.OrganisationId);
        foreach (var unit in units.Distinct())
            context.File.Notify(new Recipient(Roles.LegalOffice), Text.Of<ProposeTeamStage>("Notice.ExaminedUnitSits",
                context.File.Number, context.Directory.NameOf(unit, context.Today)), context.Now);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, ProposeTeamForm form) => "Proposed";

    private static ProposeTeamForm Template(StageContext context) => new()
    {
        Convener = context.Directory.OrganisationsFor(Roles.EnvCommittee, context.Today) is [var convener, ..] ? convener : "",
        LeaderUnit = !context.File.ConcernsLeadBureau
            && context.Directory.OrganisationsFor(Roles.LeadEnv, context.Today) is [var leading, ..] ? leading : "",
    };
}
