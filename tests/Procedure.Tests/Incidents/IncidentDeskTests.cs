using WorkflowAccountability.Procedure.Incidents;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Tests.Workflows;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Tests.Incidents;

public sealed class IncidentDeskTests
{
    [Theory]
    [InlineData("DisciplineNeededNow", true)]
    [InlineData("SuperviseDuties", true)]
    [InlineData("ReviseOpinions", true)]
    [InlineData("ReleaseSpecialReport", true)]
    [InlineData("WasSupervised", true)]
    [InlineData("InvestigationReturned", false)]
    [InlineData("BackToFacts", false)]
    [InlineData("MeasuresDecided", false)]
    [InlineData("BothApproved", false)]
    [InlineData("CloseCase", false)]
    public void Where_a_step_failed_is_not_told_to_an_operator_where_it_would_tell_of_the_independent_inquiry(string activity, bool isHidden)
    {
        var stages = new StageCatalog();
        var definitions = new DefinitionCatalog(stages);

        new IncidentDesk(stages, definitions).IsBehindWall(definitions.Reader.Read(ShippedDefinition.Accountability.Json), activity).ShouldBe(isHidden);
    }
}
