using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Drafts;

/// <summary>A session that ends in mid-sentence: nothing that was kept is lost, nothing half-done happens, and the way back leads to the page.</summary>
public sealed class EndedSessionTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Theory]
    [InlineData("complete")]
    [InlineData("draft")]
    public async Task What_is_posted_after_the_session_ended_leads_by_the_door_back_to_the_page_with_the_kept_text(string act)
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        var page = await official.GetAsync($"/work-items/{item}");
        await official.KeepAsync(page, item, new KeyValuePair<string, string>("Remarks", "写到一半，"));
        await site.ReadAsync(db => db.Users.Where(user => user.PersonId == "gov-zhang")
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, Guid.NewGuid().ToString())));

        var answer = await official.SubmitAsync(page, $"/work-items/{item}/{act}", FormFields.Of(FirstSteps.ALaunch));
        var door = new Uri(site.Address, answer.Location);
        var back = System.Web.HttpUtility.ParseQueryString(door.Query)["ReturnUrl"];
        var signedIn = await official.SignInAsync("gov-zhang", returnUrl: back);
        var again = await official.GetAsync(signedIn.Location!);

        (answer.Status, door.AbsolutePath).ShouldBe((302, "/sign-in"));
        again.Status.ShouldBe(200, signedIn.Location);
        again.FieldsOf($"/work-items/{item}/complete")["Remarks"].ShouldBe("写到一半，");
        (await site.SubmissionsAsync(item)).ShouldBe(0);
    }
}
