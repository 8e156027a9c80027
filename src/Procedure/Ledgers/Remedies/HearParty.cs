using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>参照《中华人民共和国公职人员政务处分法》第四十三条: the facts are made known to the person, he is heard, and what he said is answered.</summary>
[Entry(Named, RemedyLane.Hearing)]
public sealed class HearParty : EntryKind<HearPartyForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "hear-party";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => RemedyLane.MayKeep(context);

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, HearPartyForm form) =>
    [
        Ruling.Require(context.File.Parties.Exists(party => party.Id == form.PartyId), RemedyLane.Hearing, Text.Of<HearParty>("Party.None.Reason"), Text.Of<HearParty>("Party.None.Remedy")),
        Ruling.Require(form.HeardOn is null || (form.HeardOn >= form.NotifiedOn && !string.IsNullOrWhiteSpace(form.Statement) && !string.IsNullOrWhiteSpace(form.WhatBecameOfIt)),
            RemedyLane.Hearing, Text.Of<HearParty>("Statement.Unanswered.Reason"), Text.Of<HearParty>("Statement.Unanswered.Remedy")),
        RemedyLane.IsNotAhead(form.NotifiedOn, context.Today), RemedyLane.IsNotAhead(form.HeardOn, context.Today),
    ];

    internal override Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        RemedyPeriods.Heard(scope, context.File, entry, (HearPartyForm)form);
        return Task.CompletedTask;
    }
}
