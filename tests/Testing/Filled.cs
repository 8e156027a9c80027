using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.DetermineCauses;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Procedure.Stages.WeighGrounds;

namespace WorkflowAccountability.Testing;

/// <summary>
/// Forms that every rule allows, all about one pollution event in Fukang: P1 is the city's government, P2 its vice mayor, P3 the head of
/// its bureau, who falsified and for whom removal from office (H3) is proposed.
/// </summary>
public static class Filled
{
    /// <summary>The lead.</summary>
    public static RegisterLeadForm Lead { get; } = new()
    {
        Title = "阜康市某河水污染事件", Source = LeadSource.Report, ReceivedOn = new(2026, 3, 1), WhatHappened = "化工园区污水管线破裂，污水入河。",
        Place = "阜康市某河", County = "county-fukang-gov", ActsFrom = new(2026, 2, 20), ActsTo = new(2026, 2, 25),
        Grounds = [new() { Item = LaunchGround.PollutionEvent, Facts = "转移群众六千人。" }],
        Event = new() { Evacuated = 6000, DirectLoss = 800, EmergencyEndedOn = new(2026, 2, 28) },
        ConcernedUnits = [new() { OrganisationId = "county-fukang-gov" }],
        ConcernedPersons = [new() { PersonId = "fukang-pei", OrganisationId = "county-fukang-gov", PostThen = "副市长" }],
        Opinion = LeadOpinion.ProposeLaunch, OpinionReasons = "达到较大事件标准。",
    };

    /// <summary>The leading bureau agrees.</summary>
    public static LeadAdviceForm Advice { get; } = new() { Advice = LeadAdvice.Agrees, Reasons = "事实清楚。" };

    /// <summary>The launch.</summary>
    public static LaunchInvestigationForm Launch { get; } = new()
    {
        Decision = LaunchDecision.Launched, DocumentNumber = "昌州政发〔2026〕12号", DecidedOn = new(2026, 3, 2), Grounds = Lead.Grounds,
        OfficialLevel = "Ⅲ", LevelReason = "州人民政府依据转移人数认定。", EmergencyEndedOn = new(2026, 2, 28),
    };

    /// <summary>The plan of a team with every general seat.</summary>
    public static ProposeTeamForm Team { get; } = new()
    {
        Convener = "env-committee", LeaderUnit = "env",
        Members =
        [
            new() { PersonId = "env-wang", OrganisationId = "env", Function = TeamFunction.Leader },
            new() { PersonId = "env-zhou", OrganisationId = "env", Function = TeamFunction.Deputy },
            new() { PersonId = "supervision-tang", OrganisationId = "supervision-commission", Function = TeamFunction.Member },
            new() { PersonId = "police-yuan", OrganisationId = "police", Function = TeamFunction.Member },
            new() { PersonId = "audit-tian", OrganisationId = "audit", Function = TeamFunction.Member },
            Expert("experts-shi", TeamFunction.EnvironmentalExpert, "水环境"),
            Expert("experts-qin", TeamFunction.IndustryExpert, "化工"),
        ],
        NoCountyBecause = "有关县市配合调查，暂不派员。", NoOtherDepartmentBecause = "暂无其他部门需要参加。",
        Consulted = [new() { OrganisationId = "police", Answer = "同意。", AnsweredOn = new(2026, 3, 2) }],
    };

    /// <summary>The approval of the team.</summary>
    public static ApproveTeamForm TeamApproval { get; } =
        new() { Decision = Approval.Approved, DocumentNumber = "昌州政函〔2026〕5号", ApprovedOn = new(2026, 3, 2) };

    /// <summary>The leader signs off a section.</summary>
    public static SectionSignOffForm SignOff { get; } = new() { Decision = SectionDecision.SignedOff };

    /// <summary>The facts.</summary>
    public static EstablishFactsForm Facts { get; } = new()
    {
        PresentState = "水质已恢复。", Course = [new() { On = new(2026, 2, 20), What = "管线破裂。" }],
        Event = Lead.Event with { DirectLoss = null },
        DirectLoss = Assessed(8_120_000, "现场核算", "沿河十五公里"),
        IndirectLoss = new() { NoneBecause = "沿河企业未停产。" },
        EcologicalDamage = Assessed(300_000, "恢复费用法", "沿河湿地"),
    };

    /// <summary>The causes.</summary>
    public static DetermineCausesForm Causes { get; } = new()
    {
        Causes =
        [
            new() { Kind = CauseKind.Direct, What = "管线腐蚀破裂。", Evidence = "检测报告。", NoDutyBecause = "材料缺陷。" },
            new() { Kind = CauseKind.Indirect, What = "巡查流于形式。", Evidence = "巡查记录。", Duty = "园区日常环境监管职责。" },
        ],
    };

    /// <summary>The matrix: a city government, its vice mayor, the head of its bureau.</summary>
    public static DefineResponsibilityForm Matrix { get; } = new()
    {
        Matrix =
        [
            Finding with
            {
                OrganisationId = "county-fukang-gov", Tier = OrganisationTier.CountyOrPark,
                    Responsibility = ResponsibilityType.OverallOfTheBody,
            },
            Finding with
            {
                IsPerson = true, PersonId = "fukang-pei", OrganisationId = "county-fukang-gov", PostThen = "副市长",
                Tier = OrganisationTier.CountyOrPark,
                Responsibility = ResponsibilityType.DirectLeadership,
            },
            Finding with
            {
                IsPerson = true, PersonId = "fukang-yan", OrganisationId = "county-fukang-env", PostThen = "局长",
                Tier = OrganisationTier.Other,
                Responsibility = ResponsibilityType.Direct, Failure = FailureKind.UnlawfullyPerformed,
            },
        ],
        TierAnswers =
        [
            new() { OrganisationId = "county-fukang-gov", Question = TierQuestion.Decisions, Answer = "未专题研究。" },
            new() { OrganisationId = "county-fukang-gov", Question = TierQuestion.Deployments, Answer = "部署落实不到位。" },
            new() { OrganisationId = "county-fukang-gov", Question = TierQuestion.OwnDuties, Answer = "未安排巡查。" },
        ],
    };

    /// <summary>One whole finding without its unit or person.</summary>
    public static Finding Finding => new()
    {
        Scope = PartyScope.PartyOrGovernment, Duty = "督促园区排查管线。", Act = "未督促。", ActFrom = new(2025, 6, 1), ActTo = new(2026, 2, 20),
        Failure = FailureKind.NotPerformed, Consequence = "污水入河。", Influence = "群众反映强烈。", Evidence = "会议记录。",
    };

    /// <summary>Both sides of both persons.</summary>
    public static WeighGroundsForm Weighing { get; } = new()
    {
        Aggravating =
        [
            new() { PartyId = "P2", NoneBecause = "未发现。" },
            new()
            {
                PartyId = "P3", Ground = AggravatingGround.NeglectOrFalsification, Seriousness = "两次补造巡查记录。", Intent = "授意补造。",
                Evidence = "笔录。",
            },
        ],
        Mitigating =
        [
            new() { PartyId = "P2", Ground = MitigatingGround.ActedInTime, Effect = MitigationEffect.Reduce, Evidence = "处置记录。" },
            new() { PartyId = "P3", NoneBecause = "未发现。" },
        ],
    };

    /// <summary>A proposal for every party of the matrix.</summary>
    public static ProposeHandlingForm Handling { get; } = new()
    {
        Proposals =
        [
            new() { PartyId = "P1", Measure = "CircularNotice", Text = "在全州通报。", Basis = "第十三条第一款第（一）项" },
            new() { PartyId = "P2", Measure = "InterviewSummons", Text = "约谈。", Basis = "第十三条第一款第（一）项" },
            new() { PartyId = "P3", Measure = "Removal", Text = "免去局长职务。", Basis = "第十三条第一款第（一）项" },
        ],
        Strictness = [new() { PartyId = "P3", Answer = StrictnessAnswer.Stricter, Explanation = "由诫勉谈话从严为免职。" }],
    };

    /// <summary>The released report.</summary>
    public static CompileReportForm Report { get; } = new()
    {
        InvestigationFacts = "查明事实。", AccountabilityProposals = "建议如下。", Principles = "依法依规、实事求是。", History = "已追溯至2019年。",
        Decision = ReportDecision.Release,
    };

    private static ProposedMember Expert(string personId, TeamFunction kind, string field) =>
        new() { PersonId = personId, OrganisationId = "experts", Function = kind, ExpertField = field };

    private static LossAssessment Assessed(decimal yuan, string method, string scope) =>
        new() { Amount = yuan, Method = method, Assessor = "州环境科学研究所", Scope = scope, AssessedOn = new(2026, 3, 1) };
}
