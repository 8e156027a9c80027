using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Web.Start;

/// <summary>
/// An invented case, brought by the public commands to where the approved team begins to investigate while the supervision bureau has yet to
/// decide on its own inquiry: whoever signs in to a demonstration finds something to do.
/// </summary>
internal sealed class WorkedExample(AccountabilityDb db, CommandRunner commands, TimeProvider clock)
{
    private const string Title = "奇台县某镇地表水水质恶化问题";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.Cases.AnyAsync(cancellationToken))
            return;
        var today = BeijingTime.DayOf(clock.GetUtcNow());
        await DoAsync(new StartCase("example-start", "env-sun", Title, "accountability-procedure"), cancellationToken);
        var caseId = await db.Cases.Select(file => file.Id).SingleAsync(cancellationToken);
        (string Person, string Stage, object Form)[] steps =
        [
            ("env-sun", "RegisterLead", Lead(today)),
            ("env-wang", "RegisterLead", new LeadAdviceForm { Advice = LeadAdvice.Agrees, Reasons = "监测数据经复核无误，符合第六条第（一）项，建议启动责任追究调查。" }),
            ("gov-zhang", "LaunchInvestigation", new LaunchInvestigationForm
            {
                Decision = LaunchDecision.Launched, DocumentNumber = "昌州政函〔示例〕12号", DecidedOn = today,
                Grounds = [new ClaimedGround { Item = LaunchGround.RegionalQuality, Facts = "断面水质连续三个季度低于功能区要求，且状况明显恶化。" }],
            }),
            ("env-chen", "ProposeTeam", Team(today)),
            ("gov-li", "ApproveTeam", new ApproveTeamForm { Decision = Approval.Approved, DocumentNumber = "昌州政函〔示例〕15号", ApprovedOn = today }),
        ];
        foreach (var (person, stage, form) in steps)
        {
            var item = await db.WorkItems.AsNoTracking().SingleAsync(item => item.CaseId == caseId && item.Status == WorkItemStatus.Open
                && item.StageType == "Accountability." + stage, cancellationToken);
            await DoAsync(new CompleteWorkItem($"example-{item.Id}", person, caseId, item.Id, item.Version, form), cancellationToken);
        }
    }

    private async Task DoAsync(Command command, CancellationToken cancellationToken)
    {
        var answer = await commands.RunAsync(command, cancellationToken);
        if (answer is not Answer.Done)
            throw new InvalidOperationException($"The worked example cannot be played: {command.Id} was answered {Said(answer)}.");
    }

    private static string Said(Answer answer) => answer is Answer.Refused refused
        ? string.Join("; ", refused.Rulings.Select(ruling => $"{ruling.Citation} {ruling.Reason}")) : answer.GetType().Name;

    private static RegisterLeadForm Lead(DateOnly today) => new()
    {
        Title = Title, Source = LeadSource.Monitoring, ReceivedOn = today, Place = "奇台县（示例）", County = "county-qitai-gov",
        WhatHappened = "州级监测显示，某镇河段断面连续三个季度水质低于水功能区要求，沿岸养殖场粪污直排，群众多次反映（示例，非真实案件）。",
        ActsFrom = today.AddMonths(-9), Grounds = [new ClaimedGround { Item = LaunchGround.RegionalQuality }],
        Quality = new QualityFacts { BelowZone = true, Monitoring = "断面氨氮、总磷三个季度均值超过Ⅲ类标准。", MarkedDeterioration = true },
        ConcernedUnits = [new ConcernedUnit { OrganisationId = "county-qitai-gov", Why = "属地管理" }],
        Opinion = LeadOpinion.ProposeLaunch, OpinionReasons = "水质未达功能区要求且明显恶化，拟提请启动调查。",
    };

    private static ProposeTeamForm Team(DateOnly today) => new()
    {
        Convener = "env-committee", LeaderUnit = "env",
        Members =
        [
            new ProposedMember { PersonId = "env-chen", OrganisationId = "env", Function = TeamFunction.Leader },
            new ProposedMember { PersonId = "env-zhou", OrganisationId = "env", Function = TeamFunction.Member },
            new ProposedMember { PersonId = "env-committee-fan", OrganisationId = "env-committee", Function = TeamFunction.Member },
            new ProposedMember { PersonId = "police-yuan", OrganisationId = "police", Function = TeamFunction.Member },
            new ProposedMember { PersonId = "audit-tian", OrganisationId = "audit", Function = TeamFunction.Member },
            new ProposedMember { PersonId = "experts-shi", OrganisationId = "experts", Function = TeamFunction.EnvironmentalExpert, ExpertField = "水环境" },
            new ProposedMember { PersonId = "experts-qin", OrganisationId = "experts", Function = TeamFunction.IndustryExpert, ExpertField = "畜禽养殖" },
        ],
        AbsentSeats = [new AbsentSeat { Seat = TeamSeat.SupervisionBureau, Reason = "拟由监察机关另行独立组成责任追究调查组。" }],
        NoCountyBecause = "有关县市配合调查，暂不派员。", NoOtherDepartmentBecause = "暂无其他部门需要参加。",
        Consulted =
        [
            new ConsultedDepartment { OrganisationId = "police", Answer = "同意派员参加。", AnsweredOn = today },
            new ConsultedDepartment { OrganisationId = "audit", Answer = "同意派员参加。", AnsweredOn = today },
        ],
    };
}
