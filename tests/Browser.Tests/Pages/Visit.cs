using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Procedure.Oversight.Suggestions;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Browser.Tests.Pages;

/// <summary>A kind of page, who looks at it, and where it lies.</summary>
/// <param name="Person">Null before the door.</param>
internal sealed record Visit(string Name, string? Person, Func<Prefecture, Task<string>> Path, int Status = 200)
{
    /// <summary>What he fills in and sends on that page, where the page to look at is the answer; it changes nothing that another visit sees.</summary>
    public IReadOnlyList<Sending> Sends { get; init; } = [];

    /// <summary>Whether the page is looked at where a report lies before both keys and another is public.</summary>
    public bool IsLater { get; private init; }

    /// <summary>The prefecture in which the page is looked at.</summary>
    public Task<Prefecture> Place => IsLater ? Prefecture.Grown : Prefecture.Shared;

    /// <summary>Every kind of page of the site.</summary>
    public static IReadOnlyList<Visit> All { get; } =
    [
        new("sign-in", null, At("/sign-in")),
        new("inbox", "env-chen", At("/")),
        new("inbox-filtered-away", "env-chen", At("/?q=%E6%97%A0%E6%AD%A4%E6%A1%88")),
        new("inbox-overdue", "env-zhou", At("/?only=overdue")),
        new("inbox-first-use", "audit-xiao", At("/")),
        new("inbox-unread", "env-chen", At("/?box=unread")),
        new("inbox-done", "env-chen", At("/?box=done")),
        new("inbox-started", "env-sun", At("/?box=started")),
        new("inbox-drafts", "env-chen", At("/?box=drafts")),
        new("cases", "env-chen", At("/cases")),
        new("cases-found", "env-chen", At("/cases?q=%E7%8E%9B%E7%BA%B3%E6%96%AF")),
        new("new-case", "env-sun", At("/cases/new")),
        new("case", "env-chen", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}")),
        new("case-deadlines", "env-chen", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/deadlines")),
        new("case-level", "env-chen", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/level")),
        new("case-level-print", "env-chen", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/level/print")),
        new("case-completeness", "env-chen", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/completeness")),
        new("documents-found", "gov-zhang", At("/documents/search?q=%E5%9E%83%E5%9C%BE")),
        new("case-ledgers", "env-wang", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/ledgers")),
        new("case-ledger-form", "env-chen", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/ledgers/propose-member-change")),
        new("case-of-the-government", "gov-zhang", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}")),
        new("case-life-form", "gov-zhang", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/ledgers/split-case")),
        new("case-papers", "env-chen", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/papers")),
        new("papers", "gov-zhang", At("/papers")),
        new("paper", "gov-ma", Paper("")),
        new("paper-print", "gov-ma", Paper("/print")),
        new("public", null, At("/public")),
        new("restrictions", "org-dept-peng", At("/restrictions")),
        new("restriction-slip", "org-dept-peng", Made(_ => new AskRestrictions("0000000000000001", "org-dept-peng", "manasi-lai", IsPerson: true, "拟提拔考察"))),
        new("registers", "gov-zhang", At("/registers")),
        new("impact-periods", "org-dept-peng", At("/impact-periods?code=Demerit&on=2021-03-01&acted=2019-05-01&code=Removal&on=2021-03-01&acted=")),
        new("approval-restrictions", "land-hao", At("/approval-restrictions")),
        new("lifetime", "supervision-xu", At("/lifetime")),
        new("statistics", "gov-zhang", At("/statistics")),
        new("regulation", "env-sun", At("/regulation")),
        new("case-diagram", "env-chen", prefecture => Task.FromResult($"/cases/{prefecture.CaseId}/diagram")),
        new("work-item", "env-chen", Item("")),
        new("work-item-file", "env-chen", Item("?tab=file")),
        new("work-item-diagram", "env-chen", Item("?tab=diagram")),
        new("work-item-basis", "env-chen", Item("?tab=basis")),
        new("work-item-log", "env-chen", Item("?tab=log")),
        new("work-item-print", "env-chen", Item("/print")),
        new("verb-return", "env-chen", Item("/return")),
        new("verb-reassign", "env-chen", Item("/reassign")),
        new("verb-delegate", "env-chen", Item("/delegate")),
        new("verb-ask", "env-chen", Item("/ask")),
        new("verb-copy", "env-chen", Item("/copy")),
        new("verb-recall", "env-sun", async prefecture => $"/work-items/{await prefecture.RegistrationAsync("撤回之用的线索")}/recall"),
        new("verb-hand-back", "env-zhou", HandBackAsync),
        new("verb-explain", "env-chen", Item("/explain")),
        new("verb-urge", "oversight-shen", Item("/urge")),
        new("board", "oversight-shen", At("/oversight")),
        new("board-late", "oversight-shen", At("/oversight?light=late&by=county")),
        new("suggestion", "oversight-shen", async prefecture => await Made(await SuggestionAsync(prefecture), prefecture) is not null ? "/suggestions/visit-suggestion" : ""),
        new("board-print", "oversight-shen", At("/oversight/print")),
        new("work-item-behind-the-wall", "supervision-guo", async prefecture => $"/work-items/{(await prefecture.ItemAsync("SuperviseDuties")).Id}"),
        new("notices", "env-chen", At("/notices")),
        new("bulk-asks", "env-chen", At("/")) { Sends = [new("/work-items/bulk", "button[value=reassign]", ("item", ""))] },
        // Urged twice, the second time is refused: either is a result for each item.
        new("bulk-result", "env-sun", At("/?box=started"))
        {
            Sends = [new("/work-items/bulk", "button[value=urge]", ("item", "")), new("/work-items/bulk", "button", ("Words", "请抓紧办理。"))],
        },
        new("proxies", "env-chen", At("/proxies")),
        new("opinions", "env-chen", At("/opinions")),
        new("phrases", "env-chen", At("/phrases")),
        new("password", "env-chen", At("/password")),
        new("settings-notices", "env-chen", At("/settings/notices")),
        new("vacant", "env-li", At("/work-items/vacant")),
        new("handovers", "env-li", At("/handovers")),
        new("handover", "env-wang", Handover("")),
        new("handover-print", "env-wang", Handover("/print")),
        new("people", "it-lu", At("/people")),
        new("people-found", "it-lu", At("/people?q=%E7%8E%AF%E5%A2%83")),
        new("people-change", "it-lu", At("/people/changes/GivePost?PersonId=env-chen")),
        new("people-preview", "it-lu", At("/people/changes/AddPerson")) { Sends = [new("/people/changes/AddPerson", "button.primary", ("NewPersonId", "p-2020"), ("Name", "示例人员"))] },
        new("people-import", "it-lu", At("/people/import")),
        new("people-log", "it-lu", At("/people/log")),
        new("account", "it-lu", At("/people/accounts/env-chen")),
        new("definitions", "it-lu", At("/definitions")),
        new("definition", "it-lu", At("/definitions/accountability-procedure")),
        new("definition-difference", "it-lu", async prefecture => $"{await prefecture.RedesignedAsync()}/difference"),
        new("definition-clauses", "legal-jiang", async prefecture => $"{await prefecture.RedesignedAsync()}/clauses"),
        new("added-step", "legal-jiang", async prefecture => $"/work-items/{await prefecture.AddedStepAsync()}"),
        new("added-step-print", "legal-jiang", async prefecture => $"/work-items/{await prefecture.AddedStepAsync()}/print"),
        new("play-door", "legal-jiang", At(Trial)),
        new("play", "it-lu", async prefecture =>
        {
            await prefecture.TryAsync("it-lu", Trial);
            return Trial + "?fill=1";
        }),
        new("heat", "oversight-pan", At("/oversight/heat")),
        new("calendar", "it-lu", At("/calendar")),
        new("calendar-preview", "it-lu", At("/calendar"))
        {
            Sends = [new("/calendar/preview", "button", ("Year", "2020"), ("Basis", "示例通知"), ("Content", "2020-08-24,休"))],
        },
        new("channels", "it-lu", At("/channels")),
        new("alarms", "it-lu", At("/alarms")),
        new("team-plan", "env-committee-fan", ItemOf("ProposeTeam", "")) { IsLater = true },
        new("review", "gov-ma", ItemOf("ReviewByGovernment", "")) { IsLater = true },
        new("review-report", "party-liu", ItemOf("ReviewByPartyCommittee", "/submitted?kind=InvestigationReport")) { IsLater = true },
        new("disclosure", "gov-li", ItemOf("DiscloseReport", "")) { IsLater = true },
        new("editions", "gov-zhang", async prefecture => $"/papers/{(await EditionAsync(prefecture)).PaperId}/editions") { IsLater = true },
        new("edition", "gov-zhang", async prefecture => $"/editions/{(await EditionAsync(prefecture)).Id}") { IsLater = true },
        new("public-list", null, At("/public")) { IsLater = true },
        new("public-edition", null, async prefecture => $"/public/{(await EditionAsync(prefecture)).SeriesId}") { IsLater = true },
        new("not-found", "env-chen", At("/cases/0000000000000000"), Status: 404),
    ];

    private const string Trial = "/play/accountability-procedure";
    private static Func<Prefecture, Task<string>> Paper(string below) => Made(prefecture => new DraftPaper("visit-paper", "gov-ma", prefecture.CaseId, "LaunchReply"), below);

    private static Func<Prefecture, Task<string>> Handover(string below) =>
        Made(_ => new OpenHandover("visit-handover", "it-lu", "env-wang", "env-li", new DateOnly(2020, 9, 1), "工作调动。"), below);

    // The head asked another to prepare what waits for his office.
    private static async Task<string> HandBackAsync(Prefecture prefecture)
    {
        var item = await prefecture.AdviceAsync("交还之用的线索");
        await Made(new ClaimWorkItem("visit-claim", "env-chen", item.CaseId, item.Id, Release: false), prefecture);
        return await Made(new DelegateWorkItem("visit-delegate", "env-chen", item.CaseId, item.Id, null, "env-zhou", "请先起草。"), prefecture) + "/hand-back";
    }

    private static async Task<Command> SuggestionAsync(Prefecture prefecture) => new SuggestDecision("visit-suggestion", "oversight-shen", prefecture.CaseId,
        (await prefecture.ItemAsync("CompileReport")).Id, SuggestedAct.Reassign, "承办人任务过重，建议由其他成员汇总。");

    // What no script leaves behind is made by the command itself; under its one id it is made once, whichever page is looked at first.
    private static Func<Prefecture, Task<string>> Made(Func<Prefecture, Command> command, string below = "") => async prefecture => await Made(command(prefecture), prefecture) + below;

    private static async Task<string> Made(Command command, Prefecture prefecture) =>
        (await prefecture.Site.Services.GetRequiredService<CommandRunner>().RunAsync(command, CancellationToken.None)).ShouldBeOfType<Answer.Done>().Path;

    private static Func<Prefecture, Task<string>> At(string path) => _ => Task.FromResult(path);

    private static Func<Prefecture, Task<string>> Item(string below) => ItemOf("CompileReport", below);

    private static Func<Prefecture, Task<string>> ItemOf(string stage, string below) => async prefecture => $"/work-items/{(await prefecture.ItemAsync(stage)).Id}{below}";

    private static Task<PublicEdition> EditionAsync(Prefecture prefecture) => Prefecture.ReadAsync(prefecture.Site, db => db.PublicEditions.SingleAsync());
}

/// <summary>A form of a page, what is typed into it, and the button that sends it.</summary>
internal sealed record Sending(string Action, string Button, params IReadOnlyList<(string Name, string Value)> Typed)
{
    /// <summary>Fills in and sends; a box of many is ticked, the first.</summary>
    public async Task SendAsync(IPage page)
    {
        var form = page.Locator($"form[action='{Action}']").First;
        foreach (var (name, value) in Typed)
            if (form.Locator($"[name={name}]").First is var field && value.Length == 0)
                await field.CheckAsync();
            else
                await field.FillAsync(value);
        await page.RunAndWaitForResponseAsync(() => form.Locator(Button).First.ClickAsync(),
            answer => answer.Request.Method == "POST" && answer.Url.EndsWith(Action, StringComparison.Ordinal));
        await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
