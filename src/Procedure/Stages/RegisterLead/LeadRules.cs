using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.RegisterLead;

public static class LeadRules
{
    /// <summary>Every rule of the registrant's form.</summary>
    public static IEnumerable<Ruling> Of(StageContext context, RegisterLeadForm lead) =>
    [
        DatesAreInOrder(lead, context.Today),
        StatedEventRules.IsReadable(lead.Event, context.File.ScaleFor(lead)),
        StatedEventRules.DeathsAreAPartOfAll(lead.Event),
        AdviceIsSought(context, lead),
        .. lead.ConcernedUnits.Select(unit => UnitIsKnown(context, unit)),
        .. lead.ConcernedPersons.Select((person, at) => PersonIsNamed(context, person, at + 1)),
        .. lead.ConcernedPersons.Select(person => RegistrantIsImpartial(context, person)),
        .. lead.Opinion switch
        {
            LeadOpinion.ProposeLaunch => OfLaunch(context, lead),
            LeadOpinion.OutOfScope => [IsHandedOver(lead.HandOver)],
            _ => [],
        },
    ];

    /// <summary>第六条: a launch is proposed under at least one item.</summary>
    public static Ruling HasAGround(IReadOnlyCollection<ClaimedGround> grounds) => Ruling.Require(grounds.Count > 0, "第六条",
        Text.Of<RegisterLeadStage>("Grounds.None.Reason"), Text.Of<RegisterLeadStage>("Grounds.None.Remedy"));

    /// <summary>第十四条第（二）项第三句: what lies wholly before the issue of the regulation is handled by other rules, which must be named.</summary>
    public static Ruling IsNotWhollyBeforeIssue(RegisterLeadForm lead, DateOnly issuedOn) => Ruling.Require(
        lead.ActsTo is null || lead.ActsTo >= issuedOn || !string.IsNullOrWhiteSpace(lead.OtherBasis), "第十四条第（二）项第三句",
        Text.Of<RegisterLeadStage>("Acts.BeforeIssue.Reason", lead.ActsTo, issuedOn),
        Text.Of<RegisterLeadStage>("Acts.BeforeIssue.Remedy"));

    /// <summary>第三条第三款: a matter outside the regulation goes to the authority in charge, which gives a receipt.</summary>
    [Clause("第三条第三款")]
    public static Ruling IsHandedOver(HandOver handOver) => Ruling.Require(
        !string.IsNullOrWhiteSpace(handOver.Authority) && !string.IsNullOrWhiteSpace(handOver.Receipt) && handOver.On is not null, "第三条第三款",
        Text.Of<RegisterLeadStage>("HandOver.Missing.Reason"), Text.Of<RegisterLeadStage>("HandOver.Missing.Remedy"));

    /// <summary>内部环节: only the government may do without the leading bureau's opinion, unless the bureau itself is concerned.</summary>
    public static Ruling AdviceIsSought(StageContext context, RegisterLeadForm lead) => Ruling.Require(
        !lead.WithoutAdvice || context.Actor.Holds(Roles.Government) || IsAboutLeadBureau(context, lead), "内部环节",
        Text.Of<RegisterLeadStage>("Advice.Skipped.Reason"), Text.Of<RegisterLeadStage>("Advice.Skipped.Remedy"));

    /// <summary>内部环节: the acts come before their end, and both before today.</summary>
    public static Ruling DatesAreInOrder(RegisterLeadForm lead, DateOnly today) => Ruling.Require(
        lead.ReceivedOn <= today && lead.ActsFrom <= (lead.ActsTo ?? today) && (lead.ActsTo ?? today) <= today, "内部环节",
        Text.Of<RegisterLeadStage>("Dates.Order.Reason"), Text.Of<RegisterLeadStage>("Dates.Order.Remedy"));

    /// <summary>第三条: a concerned unit is one of the directory.</summary>
    public static Ruling UnitIsKnown(StageContext context, ConcernedUnit unit) => Ruling.Require(
        context.Directory.KnowsOrganisation(unit.OrganisationId), "第三条",
        Text.Of<RegisterLeadStage>("Unit.Unknown.Reason", unit.OrganisationId), Text.Of<RegisterLeadStage>("Unit.Unknown.Remedy"));

    /// <summary>第三条: a concerned person is chosen from the directory or named.</summary>
    public static Ruling PersonIsNamed(StageContext context, ConcernedPerson person, int row) => Ruling.Require(
        person.PersonId is { Length: > 0 } id ? context.Directory.KnowsPerson(id) : !string.IsNullOrWhiteSpace(person.Name), "第三条",
        Text.Of<RegisterLeadStage>("Person.Unnamed.Reason", row), Text.Of<RegisterLeadStage>("Person.Unnamed.Remedy"));

    /// <summary>参照《突发环境事件调查处理办法》第六条: nobody registers a lead about himself.</summary>
    public static Ruling RegistrantIsImpartial(StageContext context, ConcernedPerson person) => Ruling.Require(
        person.PersonId != context.Actor.PersonId, "参照《突发环境事件调查处理办法》第六条",
        Text.Of<RegisterLeadStage>("Registrant.Concerned.Reason", context.Actor.Name),
        Text.Of<RegisterLeadStage>("Registrant.Concerned.Remedy"));

    /// <summary>内部环节: whether the lead is about the leading bureau or its people, so that nothing of it passes through the bureau.</summary>
    public static bool IsAboutLeadBureau(StageContext context, RegisterLeadForm lead)
    {
        var bureaus = context.Directory.OrganisationsFor(Roles.LeadEnv, context.Today);
        return lead.ConcernsLeadBureau || lead.ConcernedUnits.Select(unit => unit.OrganisationId)
            .Concat(lead.ConcernedPersons.Select(person => person.OrganisationId))
            .Concat(lead.ConcernedPersons.SelectMany(person => person.PersonId is { Length: > 0 } id
                ? context.Directory.PostsOf(id, context.Today).Select(post => post.OrganisationId) : []))
            .Any(id => id is not null && bureaus.Contains(id));
    }

    private static IEnumerable<Ruling> OfLaunch(StageContext context, RegisterLeadForm lead) =>
    [
        HasAGround(lead.Grounds),
        IsNotWhollyBeforeIssue(lead, context.File.RegulationIssuedOn),
        .. lead.Grounds.Select(ground => GroundRules.HasItsFacts(lead, ground, context.File.ScaleFor(lead))),
    ];
}
