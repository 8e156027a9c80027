using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.CloseCase;
using WorkflowAccountability.Procedure.Stages.ConsultDiscipline;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Procedure.Stages.DiscloseReport;
using WorkflowAccountability.Procedure.Stages.ImplementDecision;
using WorkflowAccountability.Procedure.Stages.MonitorFollowUp;
using WorkflowAccountability.Procedure.Stages.RecordRestrictions;
using WorkflowAccountability.Procedure.Stages.ReferCase;
using WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.Stages.SuperviseDuties;

namespace WorkflowAccountability.Testing;

/// <summary>Forms that every rule allows, from the independent inquiry to the archive, for the case of <see cref="Filled"/>.</summary>
public static class Concluding
{
    private static readonly DateOnly today = new(2026, 3, 2);

    /// <summary>The supervision bureau forms a team.</summary>
    public static DecideSupervisionForm Started { get; } = new()
    {
        Decision = SupervisionDecision.Started, Reason = "调查发现有关人员涉嫌弄虚作假。", DocumentNumber = "昌监立〔2026〕1号", StartedOn = today,
        Members =
        [
            new() { PersonId = "supervision-guo", OrganisationId = "supervision-commission", Function = TeamFunction.Leader },
            new() { PersonId = "supervision-lin", OrganisationId = "supervision-commission", Function = TeamFunction.Member },
        ],
    };

    /// <summary>What the inquiry came to: P3 deserves Party discipline.</summary>
    public static SuperviseDutiesForm Opinions { get; } = new()
    {
        Duties =
        [
            new() { PartyId = "P1", Performance = DutyPerformance.NotPerformed, Finding = "未安排巡查。" },
            new() { PartyId = "P2", Performance = DutyPerformance.NotPerformed, Finding = "未督促排查。" },
            new() { PartyId = "P3", Performance = DutyPerformance.UnlawfullyPerformed, Finding = "授意补造记录。" },
        ],
        Inquiry = "调阅记录，询问九人。",
        Opinions = [new() { PartyId = "P3", Measure = "PartyDiscipline", Text = "给予党内严重警告处分。", Basis = "《中国共产党纪律处分条例》" }],
    };

    /// <summary>The special report.</summary>
    public static SpecialReportForm SpecialReport { get; } = new()
    {
        Decision = SpecialReportDecision.Released, Title = "关于阜康市某河水污染事件责任追究的专题报告", Findings = "查明履职情况。", Opinions = "建议给予党纪处分。",
    };

    /// <summary>A letter to both named bodies about these proposals.</summary>
    public static ConsultationLetterForm Letter(params IEnumerable<string> proposals) => new()
    {
        Bodies = [new() { Role = "DISCIPLINE" }, new() { Role = "ORG_DEPT" }], LetterNumber = "昌监函〔2026〕3号", Letter = "请就下列建议提出意见。",
        Proposals = [.. proposals.Select(id => new ConcernedProposal { ProposalId = id })],
    };

    /// <summary>The answer of a body that was shown this.</summary>
    public static ConsultedOpinionForm Answer(object? shown) => (ConsultedOpinionForm)shown! with
    {
        Position = ConsultedPosition.Agree,
        Opinion = "同意。",
        DocumentNumber = "昌纪函〔2026〕2号",
        AnsweredOn = today,
    };

    /// <summary>A review that approves everything it was shown.</summary>
    public static TReview Approving<TReview>(object? shown) where TReview : ReviewForm => (TReview)((TReview)shown! with
    {
        Decision = Approval.Approved,
        DocumentNumber = "昌州批〔2026〕8号",
        Meeting = "第3次会议",
        ReviewedOn = today,
        Decisions = [.. ((TReview)shown).Decisions.Select(row => row with { Verdict = ProposalVerdict.Agree })],
    });

    /// <summary>The publication.</summary>
    public static DiscloseReportForm Disclosure { get; } = new()
    {
        Channel = DisclosureChannel.GovernmentWebsite, Address = "https://www.example.gov.cn/report", PublishedOn = today,
        Edition = "调查报告公开稿。",
        SecrecyReviewerId = "gov-li", SecrecyReviewedOn = today, Proof = "网页存档.pdf", ProofHash = "a1b2",
    };

    /// <summary>An entry or a reason for each of the three parties.</summary>
    public static RestrictionsForm Restrictions { get; } = new()
    {
        Entries =
        [
            Entry with { PartyId = "P1", Kind = RestrictionKind.UnitNotAdvanced },
            Entry with { PartyId = "P3", Kind = RestrictionKind.NoPromotion },
            Entry with { PartyId = "P3", Kind = RestrictionKind.NoAwards },
        ],
        WithoutEntry = [new() { PartyId = "P2", Reason = "酌情减轻，经批准不予登记。" }],
    };

    private static RestrictionEntry Entry => new() { EventYear = 2026, FindingYear = 2026, Start = today, Basis = "第十二条第一款" };

    /// <summary>The entries are confirmed.</summary>
    public static ConfirmRestrictionsForm Confirmation { get; } = new() { Decision = RestrictionsDecision.Confirmed };

    /// <summary>A suspected crime is handed over.</summary>
    public static ReferCaseForm Referral { get; } = new()
    {
        Decision = ReferralDecision.Referred, Kind = ReferralKind.Crime, PartyId = "P3", Authority = "州人民检察院", Reason = "涉嫌环境监管失职。",
        Materials = "案卷一册。", HandedOverOn = today, Receipt = "移收〔2026〕1号",
    };

    /// <summary>A measure that needs a document only was carried out.</summary>
    public static ImplementMeasureForm Executed { get; } =
        new() { WhatWasDone = "已印发。", DoneOn = today, DocumentNumber = "昌州办〔2026〕9号", Evidence = "文件扫描件.pdf" };

    /// <summary>A talk was held.</summary>
    public static ImplementTalkForm Talk { get; } = new()
    {
        WhatWasDone = "已约谈。", DoneOn = today, DocumentNumber = "昌州约〔2026〕1号", Evidence = "约谈纪要.pdf", HeldBy = "副州长张砚秋",
        Record = "指出问题，提出要求。",
    };

    /// <summary>A follower confirms all that it was shown.</summary>
    public static FollowUpForm Confirming(object? shown) => (FollowUpForm)shown! with
    {
        Result = FollowUpResult.Confirmed,
        Evidence = "现场核查记录。",
        Measures = [.. ((FollowUpForm)shown).Measures.Select(row => row with { Result = FollowUpResult.Confirmed })],
    };

    /// <summary>The archive.</summary>
    public static CloseCaseForm Closing { get; } =
        new() { ArchiveNumber = "2026-YJ-001", Retention = RetentionPeriod.Permanent, Summary = "办结。" };
}
