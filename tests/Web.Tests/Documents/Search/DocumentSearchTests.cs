using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Papers;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Documents.Search;

/// <summary>Files by name, official documents by their text, forms by what was answered; nobody finds what he may not know.</summary>
public sealed class DocumentSearchTests(CaseSite cases) : IClassFixture<CaseSite>
{
    private readonly RunningSite site = cases.Site;

    [Fact]
    public async Task An_official_document_is_found_by_its_number_and_by_words_of_its_text_and_a_draft_by_its_author_alone()
    {
        using var leader = await site.SignedInAsync("gov-zhang");
        using var clerk = await site.SignedInAsync("env-sun");
        using var head = await site.SignedInAsync("env-chen");
        var path = await clerk.DraftAsync("LaunchRequest");

        (await FoundAsync(clerk, "妥否")).ShouldContain(path);
        (await FoundAsync(leader, "妥否")).ShouldNotContain(path, "a draft");
        (await head.PressAsync(path, "sign")).Status.ShouldBe(303);
        var number = await site.ReadAsync(db => db.Papers.Where(paper => "/papers/" + paper.Id == path).Select(paper => paper.Number!).SingleAsync());

        (await FoundAsync(leader, "妥否")).ShouldContain(path);
        (await FoundAsync(leader, number)).ShouldContain(path);
        (await FoundAsync(leader, "Addressee")).ShouldNotContain(path, "what the stored text calls its parts is no word of the text");
        (await leader.GetAsync(Address("妥否"))).Text.ShouldContain("请批示");
    }

    [Fact]
    public async Task A_file_is_found_by_its_name_in_any_case_of_letters_and_one_behind_the_wall_by_the_team_alone()
    {
        using var clerk = await site.SignedInAsync("env-sun");
        using var supervisor = await site.SignedInAsync("supervision-lin");
        using var stranger = await site.SignedInAsync("it-lu");
        await AddAsync(clerk, "现场照片Fukang.txt");
        await AddAsync(supervisor, "谈话笔录Fukang.txt", ("BehindWall", "true"));

        var (atTeam, outside, nowhere) = (await supervisor.GetAsync(Address("fukang")), await clerk.GetAsync(Address("FUKANG")), await stranger.GetAsync(Address("fukang")));

        (atTeam.Text.Contains("现场照片Fukang.txt"), atTeam.Text.Contains("谈话笔录Fukang.txt")).ShouldBe((true, true));
        (outside.Text.Contains("现场照片Fukang.txt"), outside.Text.Contains("谈话笔录Fukang.txt")).ShouldBe((true, false));
        nowhere.Text.ShouldNotContain("Fukang.txt");
    }

    [Fact]
    public async Task Whoever_is_under_inquiry_finds_nothing_of_the_case_and_one_character_is_too_little()
    {
        using var clerk = await site.SignedInAsync("env-sun");
        await AddAsync(clerk, "裴立言询问提纲.txt");
        using var concerned = await site.SignedInAsync("fukang-pei");

        (await concerned.GetAsync(Address("裴立言"))).Text.ShouldNotContain("询问提纲");
        (await clerk.GetAsync(Address("裴立言"))).Text.ShouldContain("询问提纲");
        (await clerk.GetAsync(Address("裴"))).Text.ShouldContain("至少 2 个字");
    }

    [Fact]
    public async Task A_form_is_found_by_what_was_answered_and_one_behind_the_wall_by_the_team_alone()
    {
        using var clerk = await site.SignedInAsync("env-sun");
        using var leader = await site.SignedInAsync("gov-zhang");
        using var supervisor = await site.SignedInAsync("supervision-lin");
        var special = await site.ReadAsync(db => db.Submissions.Where(form => form.CaseId == SeededCase.Id && form.FormJson.Contains("查明履职情况")).ToListAsync());
        special.ShouldNotBeEmpty();

        var (atTeam, outside, nothing) = (await supervisor.GetAsync(Address("查明履职情况")), await clerk.GetAsync(Address("查明履职情况")), await clerk.GetAsync(Address("查明履职状况")));

        special.Where(form => form.Walled).ShouldAllBe(form => atTeam.Links.Contains($"/work-items/{form.Id}/print"));
        (await leader.GetAsync(Address("查明履职情况"))).TextOf("#forms").ShouldContain("没有找到");
        outside.TextOf("#forms").ShouldBe(nothing.TextOf("#forms"));
        outside.TextOf("#forms").ShouldContain("没有找到");
    }

    [Fact]
    public async Task Whoever_is_under_inquiry_finds_no_form_of_the_case_and_reads_what_he_reads_where_there_is_none()
    {
        using var clerk = await site.SignedInAsync("env-sun");
        using var concerned = await site.SignedInAsync("fukang-pei");
        var answered = await site.ReadAsync(db => db.Submissions.Where(form => form.CaseId == SeededCase.Id && form.FormName == "RegisterLeadForm").SingleAsync());
        var words = answered.Read<Procedure.Stages.RegisterLead.RegisterLeadForm>().WhatHappened![..6];

        (await clerk.GetAsync(Address(words))).Links.ShouldContain($"/work-items/{answered.Id}/print");
        (await concerned.GetAsync(Address(words))).Text.Replace(words, "").ShouldBe((await concerned.GetAsync(Address("没有这样的词"))).Text.Replace("没有这样的词", ""));
    }

    private static string Address(string word) => $"/documents/search?q={Uri.EscapeDataString(word)}";

    private static async Task<IReadOnlyList<string>> FoundAsync(Browser official, string word) => [.. (await official.GetAsync(Address(word))).Links];

    private static async Task AddAsync(Browser official, string name, params (string Name, string Value)[] typed)
    {
        var answer = await official.SubmitFilesAsync(await official.GetAsync($"/cases/{SeededCase.Id}"), $"/cases/{SeededCase.Id}/documents",
            [new("_command", Guid.NewGuid().ToString("n")), .. typed.Select(field => KeyValuePair.Create(field.Name, field.Value))], ("Files", name, Encoding.UTF8.GetBytes(name)));
        answer.Status.ShouldBe(303, answer.Text);
    }
}
