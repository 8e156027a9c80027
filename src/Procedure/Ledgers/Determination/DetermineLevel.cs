using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Determination;

/// <summary>
/// 第十六条第一款: whoever determined the level at the launch determines it anew when the facts turn out otherwise, between the launch and the approval of the
/// report. The level before stays in the history; what begins from then on is counted by the new one.
/// </summary>
[Entry(Named, "第十六条第一款")]
public sealed class DetermineLevel : EntryKind<DetermineLevelForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "determine-level";

    /// <summary>第七条第一句: the government determined it with the launch.</summary>
    public override bool May(EntryContext context) => context.Actor.Holds(Roles.Government) && LevelRules.MayBeDetermined(context.File);

    /// <inheritdoc/>
    public override object? Prefill(EntryContext context) => new DetermineLevelForm { Level = context.File.LevelInForce?.Symbol() };

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, DetermineLevelForm form) =>
    [
        LevelRules.IsInTheWindow(context.File),
        LevelRules.IsAnother(context.File, form),
        LevelRules.FollowsTheLaunch(context.File, form, context.Today),
        LevelRules.GroundIsAnswered(context.File, form),
    ];

    /// <summary>第十六条第一款: the team's leader, else the bureau, hears what changes with it.</summary>
    protected override void Apply(EntryContext context, CaseEntry entry, DetermineLevelForm form)
    {
        var to = context.File.Leader(TeamKind.Investigation) is { } leader ? new Recipient(PersonId: leader.PersonId)
            : new Recipient(context.File.ConcernsLeadBureau ? Roles.EnvCommittee : Roles.LeadEnv);
        context.File.Notify(to, Text.Of<DetermineLevel>("Notice.Determined", context.File.Number, form.Level, form.DocumentNumber), context.Now);
    }
}

/// <summary>第十六条第一款: the level as it is determined anew.</summary>
public sealed record DetermineLevelForm
{
    [Field("第十六条第一款", From = ChoiceList.EventLevels), Required, RegularExpression("[Ⅰ-Ⅳ]")]
    public string? Level { get; init; }

    [Field("第十六条第一款"), Required]
    public DateOnly? DecidedOn { get; init; }

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field("第十六条第一款", Multiline = true), Required, StringLength(1000)]
    public string Reasons { get; init; } = "";

    [Field("第六条第（二）项", Multiline = true), StringLength(1000)]
    public string? WhatOfTheGround { get; init; }
}
