using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Cases;

/// <summary>The first steps of a case, taken over HTTP as officials take them.</summary>
internal static class FirstSteps
{
    public static DateOnly Today => BeijingTime.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>A lead that meets every rule; the government's own need no advice.</summary>
    public static RegisterLeadForm ALead { get; } = new()
    {
        Title = "某河流域水质持续恶化", Source = LeadSource.Monitoring, ReceivedOn = Today.AddDays(-3), WhatHappened = "下游断面连续三个月劣于功能区标准。",
        ActsFrom = Today.AddDays(-60), Opinion = LeadOpinion.ProposeLaunch, OpinionReasons = "符合启动情形。", WithoutAdvice = true,
        Grounds = [new ClaimedGround { Item = LaunchGround.Other, Facts = "有关单位长期未整改。" }],
        ConcernedUnits = [new ConcernedUnit { OrganisationId = "county-fukang-gov" }],
    };

    public static LaunchInvestigationForm ALaunch { get; } = new()
    {
        Decision = LaunchDecision.Launched, DocumentNumber = "昌州政函〔2026〕1号", DecidedOn = Today,
        Grounds = [new ClaimedGround { Item = LaunchGround.Other, Facts = "有关单位长期未整改。" }],
    };

    /// <summary>Opens a case file; answers the case's id.</summary>
    public static async Task<string> OpenCaseAsync(this Browser official, string title = "某河污染")
    {
        var answer = await official.SubmitAsync(await official.GetAsync("/cases/new"), "/cases", new KeyValuePair<string, string>("Title", title));
        answer.Status.ShouldBe(303, answer.Text);
        return answer.Location!["/cases/".Length..];
    }

    /// <summary>The open work item of a case in a stage.</summary>
    public static async Task<string> ItemAsync(this RunningSite site, string caseId, string stage) => await site.ReadAsync(db => db.WorkItems
        .Where(item => item.CaseId == caseId && item.StageType == "Accountability." + stage && item.Status == WorkItemStatus.Open)
        .Select(item => item.Id).SingleAsync());

    public static async Task<int> SubmissionsAsync(this RunningSite site, string itemId) =>
        await site.ReadAsync(db => db.Submissions.CountAsync(submission => submission.Id == itemId));

    /// <summary>Opens a work item, fills its form in and submits it.</summary>
    public static async Task<Page> CompleteAsync(this Browser official, string itemId, object form)
    {
        var page = await official.GetAsync($"/work-items/{itemId}");
        page.Status.ShouldBe(200, page.Text);
        return await official.SubmitAsync(page, $"/work-items/{itemId}/complete", FormFields.Of(form));
    }

    /// <summary>What a work item's page would send, with what was typed into it.</summary>
    public static Dictionary<string, string> FilledIn(this Page page, string itemId, params KeyValuePair<string, string>[] typed)
    {
        var fields = page.FieldsOf($"/work-items/{itemId}/complete");
        foreach (var (name, value) in typed)
            fields[name] = value;
        return fields;
    }

    /// <summary>Presses the button that keeps a draft.</summary>
    public static Task<Page> KeepAsync(this Browser official, Page page, string itemId, params KeyValuePair<string, string>[] typed) =>
        official.PostAsync($"/work-items/{itemId}/draft", page.FilledIn(itemId, typed));

    /// <summary>A case that waits for the government's decision; answers its id.</summary>
    public static async Task<string> RegisteredCaseAsync(this RunningSite site, RegisterLeadForm? lead = null, string by = "gov-zhang")
    {
        using var registrant = await site.SignedInAsync(by);
        var caseId = await registrant.OpenCaseAsync();
        var answer = await registrant.CompleteAsync(await site.ItemAsync(caseId, "RegisterLead"), lead ?? ALead);
        answer.Status.ShouldBe(303, string.Join(' ', [.. answer.Problems, .. answer.Errors]));
        return caseId;
    }

    /// <summary>A case whose investigation is launched: both branches are open.</summary>
    public static async Task<string> LaunchedCaseAsync(this RunningSite site, RegisterLeadForm? lead = null)
    {
        var caseId = await site.RegisteredCaseAsync(lead);
        using var government = await site.SignedInAsync("gov-zhang");
        var answer = await government.CompleteAsync(await site.ItemAsync(caseId, "LaunchInvestigation"), ALaunch);
        answer.Status.ShouldBe(303, string.Join(' ', [.. answer.Problems, .. answer.Errors]));
        return caseId;
    }
}
