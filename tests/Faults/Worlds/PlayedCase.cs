using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Faults.Worlds;

/// <summary>A case of the shipped procedure, played by commands to where a test wants it.</summary>
public sealed class PlayedCase(World world, string id)
{
    /// <summary>Officials of the government: either may decide the launch.</summary>
    public const string Governor = "gov-ma", DeputyGovernor = "gov-zhang";

    /// <summary>Of the leading bureau, and of the supervision organ.</summary>
    public const string Bureau = "env-wang", Supervisor = "supervision-lin";

    private const string Registrant = "gov-li";

    private static readonly ClaimedGround ground = new() { Item = LaunchGround.Other, Facts = "连续三年未完成整改。" };

    /// <summary>The case's id.</summary>
    public string Id { get; } = id;

    /// <summary>The lead, without the bureau's advice: the government may.</summary>
    public static RegisterLeadForm Lead { get; } = new()
    {
        Title = "某园区长期未完成整改", Source = LeadSource.Superior, ReceivedOn = new(2026, 3, 1), WhatHappened = "整改任务逾期。",
        ActsFrom = new(2026, 1, 5), Grounds = [ground], WithoutAdvice = true, Opinion = LeadOpinion.ProposeLaunch, OpinionReasons = "情形符合。",
    };

    /// <summary>The launch: burns one bookmark and opens three.</summary>
    public static LaunchInvestigationForm Launch { get; } = new()
    {
        Decision = LaunchDecision.Launched, DocumentNumber = "昌州政发〔2026〕12号", DecidedOn = new(2026, 3, 2), Grounds = [ground],
    };

    /// <summary>A launch without its document: refused.</summary>
    public static LaunchInvestigationForm LaunchWithoutDocument { get; } = Launch with { DocumentNumber = null };

    /// <summary>The next act of the investigation's branch: a plan that explains every seat but the leader's.</summary>
    public static ProposeTeamForm Team { get; } = new()
    {
        Convener = "env-committee", LeaderUnit = "env",
        Members = [new() { PersonId = Bureau, OrganisationId = "env", Function = TeamFunction.Leader }],
        AbsentSeats = [.. Enum.GetValues<TeamSeat>().Select(seat => new AbsentSeat { Seat = seat, Reason = "本案不涉及。" })],
        Consulted = [new() { OrganisationId = "police", Answer = "同意。", AnsweredOn = new(2026, 3, 2) }],
    };

    /// <summary>The next act of the supervision's branch.</summary>
    public static DecideSupervisionForm Inquiry { get; } = new()
    {
        Decision = SupervisionDecision.Started, Reason = "情形严重。", DocumentNumber = "昌州监发〔2026〕3号", StartedOn = new(2026, 3, 2),
        Members = [new() { PersonId = Supervisor, OrganisationId = "supervision-commission", Function = TeamFunction.Leader }],
    };

    /// <summary>A new case whose launch is to be decided.</summary>
    public static async Task<PlayedCase> RegisteredAsync(World world)
    {
        var done = (Answer.Done)await world.RunAsync(new StartCase(NewId(), Registrant, Lead.Title, "accountability-procedure"));
        var played = new PlayedCase(world, done.Path["/cases/".Length..]);
        await played.CompleteAsync("RegisterLead", Registrant, Lead);
        return played;
    }

    /// <summary>A new case whose investigation is launched: team, supervision and referral wait side by side.</summary>
    public static async Task<PlayedCase> LaunchedAsync(World world)
    {
        var played = await RegisteredAsync(world);
        await played.CompleteAsync("LaunchInvestigation", DeputyGovernor, Launch);
        return played;
    }

    /// <summary>The newest work item of an activity.</summary>
    public async Task<WorkItem> ItemAsync(string activity)
    {
        await using var db = world.Db();
        return await db.WorkItems.AsNoTracking().Where(item => item.CaseId == Id && item.ActivityId == activity)
            .OrderBy(item => item.Status).ThenByDescending(item => item.OpenedAt).FirstAsync();
    }

    /// <summary>The command that completes an activity's item as it stands now.</summary>
    public async Task<CompleteWorkItem> CompletionAsync(string activity, string by, object form) =>
        Completion(await ItemAsync(activity), by, form);

    /// <summary>The command that completes an item as somebody saw it.</summary>
    public CompleteWorkItem Completion(WorkItem item, string by, object form) => new(NewId(), by, Id, item.Id, item.Version, form);

    /// <summary>Completes an activity's item; anything but success is an error of the test.</summary>
    public async Task CompleteAsync(string activity, string by, object form)
    {
        var answer = await world.RunAsync(await CompletionAsync(activity, by, form));
        if (answer is not Answer.Done)
            throw new InvalidOperationException($"{activity} was not completed: {Shown(answer)}");
    }

    /// <summary>Everything in the case's rows that contradicts itself; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await using var db = world.Db();
        return await CaseFaults.OfAsync(db, Id);
    }

    /// <summary>A command id, as a form gets one when it is opened.</summary>
    public static string NewId() => Guid.NewGuid().ToString("n");

    private static string Shown(Answer answer) =>
        answer is Answer.Refused refused ? string.Join(' ', refused.Rulings.Select(ruling => ruling.Reason)) : answer.ToString();
}
