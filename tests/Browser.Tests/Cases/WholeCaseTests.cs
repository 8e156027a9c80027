using WorkflowAccountability.Browser.Tests.Sites;
using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Browser.Tests.Cases;

public sealed class WholeCaseTests
{
    [BrowserFact]
    public async Task Officials_of_every_role_bring_a_case_from_the_lead_to_its_closing_by_clicking()
    {
        var script = Scripts.Read("zhundong-air");
        await using var site = await LiveSite.StartAsync(script.Begins, example: false);
        await using var matter = new CaseInBrowser(site);

        await matter.PlayAsync(script);

        (await site.Record.FileAsync(matter.CaseId)).Status.ShouldBe(CaseStatus.Closed);
        var acted = matter.Acted.Select(act => act.Stage).Distinct().ToList();
        acted.ShouldContain("Accountability.RegisterLead");
        acted.ShouldContain("Accountability.CloseCase");
        acted.Count.ShouldBeGreaterThanOrEqualTo(17, "every stage on the way was done by hand");
        string[] offices = ["env", "gov", "party", "supervision", "audit", "experts", "finance"];
        matter.Acted.Select(act => act.Person.Split('-')[0]).Distinct().ShouldBe(offices, ignoreOrder: true);
        var reader = await matter.OfficialAsync("env-wang");
        (await reader.GoAsync($"/cases/{matter.CaseId}")).ShouldBe(200);
        (await reader.TextAsync()).ShouldContain("结案");
        matter.Complaints.ShouldBeEmpty();
    }
}
