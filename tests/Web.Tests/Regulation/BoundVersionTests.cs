using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Regulation;

/// <summary>The head of the regulation: what is bound to which version of it is told wherever it is read, printed or drawn.</summary>
public sealed class BoundVersionTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string DocumentNumber = "昌州党办发〔2016〕59号";

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task 昌州党办发201659号_a_case_is_opened_under_the_version_in_force_keeps_it_in_its_row_and_is_read_by_it()
    {
        var caseId = await site.LaunchedCaseAsync();

        var file = await site.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(known => known.Id == caseId));
        file.RegulationVersion.ShouldBe(RegulationText.Current.DocumentNumber);
        (file.Regulation.DocumentNumber, file.RegulationIssuedOn).ShouldBe((DocumentNumber, new DateOnly(2016, 8, 26)));
        using var leader = await site.SignedInAsync("gov-zhang");
        (await leader.GetAsync("/regulation")).Text.ShouldContain(DocumentNumber);
    }

    [Fact]
    public async Task 昌州党办发201659号_a_definition_s_steps_are_held_against_the_clauses_of_that_version()
    {
        using var officer = await site.SignedInAsync("legal-jiang");

        var page = await officer.GetAsync("/definitions/accountability-procedure/clauses");

        page.Status.ShouldBe(200, page.Text);
        page.Text.ShouldContain(DocumentNumber);
        page.Text.ShouldContain("第十一条第二款第二句");
    }
}
