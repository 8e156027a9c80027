using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>One case as its officials play it: in time, late, very late, returned, to its end, or not at all.</summary>
internal sealed class SimulatedCase(Random chance, DateTimeOffset begins)
{
    private readonly Queue<string> acts = new(chance.Next(10) switch
    {
        < 5 => ["start", "lead", "refuse"],
        < 7 => ["start", "lead", "launch", "team", "return", "team", "approve", "rest"],
        _ => ["whole"],
    });

    private PlayedCase? played;
    private WholeCase? whole;

    /// <summary>When its officials act next.</summary>
    public DateTimeOffset Next { get; private set; } = begins;

    /// <summary>Whether nobody acts in it any more.</summary>
    public bool IsOver => acts.Count == 0 && whole?.IsOver is not false;

    /// <summary>The case's id, once it was opened, and the level of its event.</summary>
    public (string? CaseId, string? Level) Matter => (whole?.CaseId ?? played?.Id, whole?.Level);

    /// <summary>The next act.</summary>
    public async Task ActAsync(World world, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        Next = now + Delay();
        if (whole is not null)
        {
            await whole.GoOnAsync(today, world);
            return;
        }
        switch (acts.Dequeue())
        {
            case "whole":
                whole = await WholeCase.StartAsync(world, chance);
                break;
            case "start":
                var done = (Answer.Done)await world.RunAsync(new StartCase(PlayedCase.NewId(), "gov-li", PlayedCase.Lead.Title, "accountability-procedure"));
                played = new PlayedCase(world, done.Path["/cases/".Length..]);
                break;
            case "lead":
                await played!.CompleteAsync("RegisterLead", "gov-li", PlayedCase.Lead with { ReceivedOn = today, ActsFrom = today.AddDays(-30) });
                break;
            case "refuse":
                await played!.CompleteAsync("LaunchInvestigation", PlayedCase.Governor, new LaunchInvestigationForm
                {
                    Decision = LaunchDecision.NotLaunched, DecidedOn = today, Missing = [new() { Item = LaunchGround.Other, Limb = "情形不成立。" }],
                });
                break;
            case "launch":
                await played!.CompleteAsync("LaunchInvestigation", PlayedCase.Governor, PlayedCase.Launch with { DecidedOn = today });
                break;
            case "team":
                await played!.CompleteAsync("ProposeTeam", PlayedCase.Bureau, PlayedCase.Team with
                {
                    Consulted = [new ConsultedDepartment { OrganisationId = "police", Answer = "同意。", AnsweredOn = today }],
                });
                break;
            case "return":
                await played!.CompleteAsync("ApproveTeam", PlayedCase.Governor, new ApproveTeamForm { Decision = Approval.Returned, Remarks = "补充专家。" });
                break;
            case "approve":
                await played!.CompleteAsync("ApproveTeam", PlayedCase.Governor, new ApproveTeamForm
                {
                    Decision = Approval.Approved, DocumentNumber = "昌州政函〔示例〕15号", ApprovedOn = today,
                });
                break;
            default:
                // Nobody acts any more: the investigation stays open and is reminded of for as long as the simulation lasts.
                break;
        }
    }

    // Most are in time; every third is late by days or weeks.
    private TimeSpan Delay() => TimeSpan.FromMinutes(chance.Next(30, 600)) + TimeSpan.FromDays(chance.Next(20) switch
    {
        < 13 => chance.Next(0, 4),
        < 18 => chance.Next(5, 14),
        _ => chance.Next(15, 80),
    });
}
