using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

/// <summary>第七条第一句: where an item of 第六条 is met, the prefectural government launches the investigation.</summary>
[Stage("Accountability.LaunchInvestigation", Citation = "第七条第一句", IsFinal = true)]
public sealed class LaunchInvestigationStage : Stage<LaunchInvestigationForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => [.. Enum.GetNames<LaunchDecision>()];

    /// <summary>第七条第一句: 由州人民政府.</summary>
    protected override Seat Assign(StageContext context) => base.Assign(context) with
    {
        To = Candidate.OfRole(About.Only(context.Inputs.Role, Roles.Government)),
        Prefill = new LaunchInvestigationForm
        {
            Grounds = [.. context.File.ClaimedGrounds()],
            OfficialLevel = context.File.Level,
            EmergencyEndedOn = context.File.Latest<RegisterLeadForm>()?.Event.EmergencyEndedOn,
        },
    };

    /// <summary>第六条: a launch stands on facts, and a refusal to launch names the limb that is missing.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, LaunchInvestigationForm form) =>
        [LaunchRules.IsNotDatedAhead(context.File, form, context.Today), LaunchRules.FollowsTheMatter(context.File, form), LaunchRules.EmergencyEndIsSound(context.File, form, context.Today), .. LaunchRules.Of(context.File, form)];

    /// <summary>内部环节: who has to act next, or to watch that nothing was dropped, is told.</summary>
    protected override void Apply(StageContext context, LaunchInvestigationForm form)
    {
        var (key, roles) = form.Decision switch
        {
            LaunchDecision.Launched => ("Notice.Launched", new[] { Roles.LeadEnv, Roles.Supervision }),
            LaunchDecision.NotLaunched => ("Notice.NotLaunched", [Roles.Supervision, Roles.PartyCommittee]),
            _ => ("Notice.SuperiorInvestigates", [Roles.LeadEnv, Roles.Supervision]),
        };
        var text = Text.Of<LaunchInvestigationStage>(key, context.File.Number, context.File.Title);
        foreach (var role in roles.Where(role => role != Roles.LeadEnv || !context.File.ConcernsLeadBureau))
            context.File.Notify(new Recipient(role), text, context.Now);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, LaunchInvestigationForm form) => form.Decision!.Value.ToString();
}
