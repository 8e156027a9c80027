using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.CooperateWithSuperior;

public static class CooperationRules
{
    /// <summary>第七条第二句: the department that is to cooperate is one of the prefecture.</summary>
    public static Ruling GoesToAKnownDepartment(OrganisationDirectory directory, CooperationRequest request) => Ruling.Require(
        directory.KnowsOrganisation(request.OrganisationId), "第七条第二句",
        Text.Of<CooperateWithSuperiorStage>("Request.Unknown.Reason", request.OrganisationId),
        Text.Of<CooperateWithSuperiorStage>("Request.Unknown.Remedy"));

    /// <summary>内部环节: what was supplied is entered afterwards.</summary>
    public static Ruling IsNotSuppliedAhead(CooperationSupplyForm supplied, DateOnly today) => Ruling.Require(
        supplied.SuppliedOn <= today, "内部环节",
        Text.Of<CooperateWithSuperiorStage>("Supply.Ahead.Reason"), Text.Of<CooperateWithSuperiorStage>("Supply.Ahead.Remedy"));

    /// <summary>内部环节: the end is kept with its result, date and document.</summary>
    public static Ruling HasItsResult(CooperationConclusionForm end, DateOnly today) => Ruling.Require(
        !string.IsNullOrWhiteSpace(end.Result) && !string.IsNullOrWhiteSpace(end.Document) && end.ConcludedOn <= today, "内部环节",
        Text.Of<CooperateWithSuperiorStage>("End.NoResult.Reason"), Text.Of<CooperateWithSuperiorStage>("End.NoResult.Remedy"));
}
