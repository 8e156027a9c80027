using WorkflowAccountability.Web.Tests.Administration;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Cases;

/// <summary>Names with a dot, with rare characters and with characters outside of the first plane stay what they are, wherever they go.</summary>
public sealed class NameTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Name = "𠮷丽娜尔·㛃䶮";

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_name_stays_whole_through_forms_file_search_and_print()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        await administrator.ChangeAsync("AddPerson", ("NewPersonId", "jimusaer-rare"), ("Name", Name));
        await administrator.ChangeAsync("GivePost", ("PersonId", "jimusaer-rare"), ("OrganisationId", "county-jimusaer-gov"), ("Title", "副县长"), ("Rank", "Leader"),
            ("From", Administering.Said(FirstSteps.Today.AddDays(-90))));
        var lead = FirstSteps.ALead with
        {
            WhatHappened = $"{Name}签批后仍未整改。", ConcernedPersons = [new() { PersonId = "jimusaer-rare", OrganisationId = "county-jimusaer-gov" }],
        };
        var caseId = await site.RegisteredCaseAsync(lead);
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");

        (await administrator.GetAsync("/people")).Text.ShouldContain(Name);
        (await official.GetAsync($"/cases/{caseId}")).Text.ShouldContain(Name);
        (await official.GetAsync($"/work-items/{item}/print")).Text.ShouldContain(Name);
        foreach (var words in new[] { "㛃䶮", "𠮷丽", "娜尔㛃", "娜尔•㛃䶮" })
            (await official.GetAsync($"/cases?q={Uri.EscapeDataString(words)}")).Links.ShouldContain($"/cases/{caseId}", words);
    }
}
