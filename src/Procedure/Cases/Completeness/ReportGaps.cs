using System.Reflection;
using WorkflowAccountability.Procedure.Ledgers.Records;
using WorkflowAccountability.Procedure.Ledgers.Responsibility;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.ConsultDiscipline;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.DetermineCauses;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;
using WorkflowAccountability.Procedure.Stages.WeighGrounds;

namespace WorkflowAccountability.Procedure.Cases.Completeness;

/// <summary>第九条: what the investigation still owes before its report, of what lies in front of the wall. It names; it refuses nothing.</summary>
public static class ReportGaps
{
    /// <summary>The items of 第九条 and 第十四条, each with what is missing.</summary>
    [Clause("第九条第（三）项")]
    public static IReadOnlyList<CheckedItem> Of(CaseFile file, OrganisationDirectory directory, DateOnly today) =>
    [
        new("第九条第（一）项", "Facts", [.. Section(file, typeof(EstablishFactsStage), typeof(EstablishFactsForm)), .. Facts(file)]),
        new("第九条第（二）项", "Causes", [.. Section(file, typeof(DetermineCausesStage), typeof(DetermineCausesForm)), .. Causes(file)]),
        new("第九条第（三）项", "Responsibility", [.. Section(file, typeof(DefineResponsibilityStage), typeof(DefineResponsibilityForm)), .. Responsibility(file, directory)]),
        new("第九条第（四）项", "Proposals", [.. Section(file, typeof(ProposeHandlingStage), typeof(ProposeHandlingForm)), .. Proposals(file, today)]),
        new("第十四条", "Grounds", [.. Grounds(file)]),
        new(MissingRecords.Clause, "Records", [.. MissingRecords.RequestsOf(file).Where(request => request.Answer is null).Select(request => Missing("Records.Open", null, request.Entry.Label))]),
    ];

    private static IEnumerable<Gap> Section(CaseFile file, Type stage, Type form) =>
        !file.Submissions.Exists(row => row.FormName == form.Name) ? [Missing("Section.None", stage)]
        : ReportRules.IsSignedOff(file, stage).IsAllowed ? [] : [Missing("Section.Unsigned", stage)];

    private static IEnumerable<Gap> Facts(CaseFile file)
    {
        if (file.Latest<EstablishFactsForm>() is not { } facts)
            return [];
        var stage = typeof(EstablishFactsStage);
        return
        [
            .. Refused(stage, FactRules.HasACourse(facts), FactRules.IsAssessed(facts.DirectLoss, nameof(facts.DirectLoss)),
                FactRules.IsAssessed(facts.IndirectLoss, nameof(facts.IndirectLoss)), FactRules.IsAssessed(facts.EcologicalDamage, nameof(facts.EcologicalDamage))),
            .. facts.Event.Deaths is null ? [Missing("Facts.Deaths", stage)] : Array.Empty<Gap>(),
            .. facts.Event.Poisoned is null && facts.Event.PoisonedOrSeriouslyInjured is null ? [Missing("Facts.Poisoned", stage)] : Array.Empty<Gap>(),
            .. facts.Event.Evacuated is null ? [Missing("Facts.Evacuated", stage)] : Array.Empty<Gap>(),
        ];
    }

    private static IEnumerable<Gap> Causes(CaseFile file)
    {
        if (file.Latest<DetermineCausesForm>() is not { } causes)
            return [];
        var (findings, numbered) = (file.Latest<DefineResponsibilityForm>()?.Matrix ?? [], file.NumberedCauses());
        return
        [
            .. Refused(typeof(DetermineCausesStage), CauseRules.HasADirectCause(causes), CauseRules.HasIndirectCausesOrSaysWhyNot(causes)),
            .. Refused(typeof(DetermineCausesStage), [.. causes.Causes.Select((cause, at) => CauseRules.IsLinkedToADuty(cause, at + 1))]),
            .. findings.Count == 0 ? [] : numbered.Where(cause => !string.IsNullOrWhiteSpace(cause.Cause.Duty) && !findings.Exists(finding => finding.Cause == cause.Number))
                .Select(cause => Missing("Cause.NotInMatrix", typeof(DefineResponsibilityStage), cause.Number, cause.Cause.What)),
            .. findings.Where(finding => finding.Cause is not null && !numbered.Any(cause => cause.Number == finding.Cause))
                .Select(finding => Missing("Cause.Gone", typeof(DefineResponsibilityStage), file.PartyOf(finding)?.Name ?? finding.Name, finding.Cause)),
        ];
    }

    private static IEnumerable<Gap> Responsibility(CaseFile file, OrganisationDirectory directory)
    {
        if (file.Latest<DefineResponsibilityForm>() is not { Matrix.Count: > 0 } matrix)
            return [];
        var stage = typeof(DefineResponsibilityStage);
        return
        [
            .. file.PartiesHere.Where(party => !matrix.Matrix.Exists(finding => file.PartyOf(finding) == party)).Select(party => Missing("Party.NotInMatrix", stage, party.Name)),
            .. matrix.Matrix.Where(finding => string.IsNullOrWhiteSpace(finding.OtherTypeBecause) && PostsOfThatTime.Differs(file, directory, finding))
                .Select(finding => Missing("Type.Differs", stage, file.PartyOf(finding)?.Name ?? finding.Name,
                    Text.Of<DefineResponsibilityStage>($"ResponsibilityType.{PostsOfThatTime.ProposedFor(file, directory, finding.IsPerson, finding.PersonId, finding.OrganisationId).Type}"))),
            .. PostsOfThatTime.OtherHeads(file, directory).Select(post => Missing("Heads.Together", stage, directory.NameOfPerson(post.PersonId), post.Title)),
        ];
    }

    private static IEnumerable<Gap> Proposals(CaseFile file, DateOnly today)
    {
        if (file.Latest<ProposeHandlingForm>() is not { } draft)
            return [];
        return
        [
            .. Refused(typeof(ProposeHandlingStage), [.. file.Matrix().Select(row => ProposalRules.HasAProposalOrAReason(file, draft, row.Party))]),
            .. file.HandlingProposals().Where(proposal => file.AwaitsConsultation(proposal, today))
                .Select(proposal => Missing("Proposal.Unconsulted", typeof(ConsultDisciplineStage), proposal.Id)),
        ];
    }

    private static IEnumerable<Gap> Grounds(CaseFile file) => file.ResponsiblePersons()
        .Where(person => file.Latest<WeighGroundsForm>() is not { } weighed
            || !weighed.Aggravating.Exists(row => row.PartyId == person.Id) || !weighed.Mitigating.Exists(row => row.PartyId == person.Id))
        .Select(person => Missing("Person.Unweighed", typeof(WeighGroundsStage), person.Name));

    private static IEnumerable<Gap> Refused(Type stage, params IReadOnlyList<Ruling> rulings) =>
        rulings.Where(ruling => !ruling.IsAllowed).Select(ruling => new Gap(ruling.Reason!, TypeOf(stage)));

    private static Gap Missing(string key, Type? stage, params IReadOnlyList<object?> arguments) =>
        new(Text.Of<CompletenessTexts>(key, arguments), stage is null ? null : TypeOf(stage));

    private static string TypeOf(Type stage) => stage.GetCustomAttribute<StageAttribute>()!.Type;
}
