using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Tests.Lawfulness;
using WorkflowAccountability.Procedure.Workflows;
using WorkflowAccountability.Procedure.Workflows.Clauses;

namespace WorkflowAccountability.Procedure.Tests.Workflows.Clauses;

/// <summary>Which step serves which clause.</summary>
public sealed class ClauseMatrixTests
{
    private static readonly StageCatalog stages = new();
    private static readonly DefinitionCatalog catalog = new(stages);
    private static readonly ClauseMatrix shipped = Of(ShippedDefinition.Accountability.Json);

    [Fact]
    public void Every_clause_that_asks_something_is_a_row_with_its_words()
    {
        shipped.Rows.Select(row => row.Citation).ShouldBe(Checklist.Shipped.Rows.Select(row => row.Citation).Where(RegulationText.Current.Knows).Distinct());
        shipped.Rows.Single(row => row.Citation == "第十条第二句").Words.ShouldContain("商");
        shipped.Rows.ShouldAllBe(row => row.By.Count == shipped.Steps.Count);
    }

    [Theory]
    [InlineData("第七条第一句", "LaunchInvestigation")]
    [InlineData("第八条第二句", "ProposeTeam", "ApproveTeam")]
    [InlineData("第九条第（四）项", "ProposeHandling")]
    [InlineData("第十条第二句", "ConsultDiscipline", "ConsultAfterRevision", "ConsultBeforeReview")]
    [InlineData("第十一条第一款第一句", "CompileReport", "ReviewByPartyCommittee", "ReviewByGovernment")]
    [InlineData("第十三条第三款", "ReferCase")]
    [InlineData("第十四条第（三）项", "WeighGrounds")]
    public void The_steps_that_rest_on_a_clause_are_its_own(string clause, params string[] steps) => BasisOf(shipped, clause).ShouldBe(steps, ignoreOrder: true);

    [Fact]
    public void A_field_of_a_form_serves_its_clause_in_part() =>
        Of(ShippedDefinition.Accountability.Json).Rows.Single(row => row.Citation == "第十五条第二句").By[NumberOf("DefineResponsibility") - 1].ShouldBe(Service.Part);

    [Fact]
    public void No_clause_is_without_a_step_and_without_anything_beside_the_procedure() =>
        shipped.Rows.Where(row => row.HasNoStep && row.Beside.Count == 0).Select(row => row.Citation).ShouldBeEmpty();

    [Fact]
    public void A_clause_whose_only_step_was_removed_stands_bare()
    {
        var without = Of(Mutations.Of(ShippedDefinition.Accountability.Json).First(mutant => mutant.Edit == "deletes DecideSupervision and connects what lay around it").Json);

        BasisOf(without, "第十条第一句").ShouldNotContain("DecideSupervision");
        Of(ShippedDefinition.SuperiorInvestigation.Json).Rows.Single(row => row.Citation == "第十一条第二款第二句").HasNoStep.ShouldBeTrue();
    }

    [Fact]
    public void Internal_steps_are_marked_with_their_reason()
    {
        shipped.Steps.Where(step => step.IsInternal).Select(step => step.ActivityId).ShouldBe(["RegisterLead", "CloseCase"]);
        shipped.Steps.Where(step => step.IsInternal).ShouldAllBe(step => step.InternalReason != null);
    }

    private static int NumberOf(string id) => shipped.Steps.Single(step => step.ActivityId == id).Number;

    private static IEnumerable<string> BasisOf(ClauseMatrix matrix, string clause) => matrix.Rows.Single(row => row.Citation == clause).By
        .Select((service, at) => (service, matrix.Steps[at].ActivityId)).Where(one => one.service is Service.Basis).Select(one => one.ActivityId);

    private static ClauseMatrix Of(string json) => ClauseMatrix.Of(catalog.Reader.Read(json), stages);
}
