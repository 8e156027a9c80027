using System.Globalization;
using System.Xml.Linq;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Archive;

/// <summary>A case as XML that is read without the system: every value under the label that people know it by, every code beside its name.</summary>
internal sealed record CaseXml(CaseFile File, Actor Reader, OrganisationDirectory Directory, StageCatalog Stages)
{
    /// <summary>The whole file as far as the reader may read it.</summary>
    /// <param name="missing">Names of documents that belong to the file and are not in the package, because their bytes changed or are gone.</param>
    public XDocument Write(IReadOnlyList<CaseEntry> entries, IReadOnlyList<AuditEntry> audit, IReadOnlyList<PackedDocument> documents, IReadOnlyList<string> missing) => new(
        new XElement("案卷", new XAttribute("案号", File.Number), new XAttribute("办法版本", File.RegulationVersion), new XAttribute("状态", File.Status),
            new XElement("题名", File.Title), new XElement("登记时间", Moment(File.OpenedAt)), File.ClosedAt is { } closed ? new XElement("结案时间", Moment(closed)) : null,
            new XElement("单位和人员", File.Parties.Select(party => new XElement(party.IsPerson ? "责任人" : "责任单位", new XAttribute("编号", party.Id), party.Name, " ", party.PostAtTheTime))),
            new XElement("调查组", File.TeamMembers.Where(member => member.Team is TeamKind.Investigation || IsBehindWall).Select(member => new XElement("成员",
                new XAttribute("组", Text.Of<CaseTexts>($"Team.{member.Team}").In(Chinese)), new XAttribute("职责", Text.Of<FormTexts>($"TeamFunction.{member.Function}").In(Chinese)),
                new XAttribute("起", Moment(member.From)), member.To is { } left ? new XAttribute("止", Moment(left)) : null,
                $"{Directory.NameOf(member.OrganisationId, BeijingTime.DayOf(member.From))} {Directory.NameOfPerson(member.PersonId)}"))),
            new XElement("办理记录", CaseRecord.Of(File, Reader, Stages, at: null).Reverse().Select(Submitted)),
            new XElement("台账登记", entries.Reverse().Select(Entered)),
            new XElement("处理措施", File.Measures.Select(measure => new XElement("措施", new XAttribute("编号", measure.Id), new XAttribute("依据", measure.Citation),
                new XAttribute("状态", measure.Status), new XAttribute("对象", NameOf(measure.PartyId)),
                measure.RevokedOn is { } revoked ? new XAttribute("撤销", Day(revoked)) : null, measure.AlteredBy is { } document ? new XAttribute("撤销或变更文号", document) : null,
                measure.ChangedText is null ? null : new XAttribute("原文", measure.Text), measure.Words))),
            new XElement("限批", File.ApprovalRestrictions.Select(restriction => new XElement("限批项", new XAttribute("措施", restriction.MeasureId),
                new XAttribute("文号", restriction.DocumentNumber), new XAttribute("起", Day(restriction.Start)), restriction.End is { } end ? new XAttribute("止", Day(end)) : null,
                restriction.LiftedOn is { } lifted ? new XAttribute("解除", Day(lifted)) : null, $"{restriction.Unit}：{restriction.AreaOrIndustry}；{restriction.LiftingCondition}"))),
            new XElement("移送", File.Referrals.Where(referral => !referral.Walled || IsBehindWall).Select(referral => new XElement("移送项", new XAttribute("编号", referral.Id),
                new XAttribute("依据", referral.Citation), new XAttribute("时间", Day(referral.On)), new XAttribute("收件", referral.Receipt),
                referral.OutcomeOn is { } settled ? new XAttribute("结果时间", Day(settled)) : null, $"{referral.Authority}：{referral.Reason}；{referral.Outcome}"))),
            new XElement("限制", File.Restrictions.Select(restriction => new XElement("限制项", new XAttribute("编号", restriction.Id), new XAttribute("对象", NameOf(restriction.PartyId)),
                new XAttribute("起", Day(restriction.Start)), restriction.End is { } end ? new XAttribute("止", Day(end)) : null,
                restriction.LiftedOn is { } lifted ? new XAttribute("解除", Day(lifted)) : null, Text.Of<LedgerTexts>($"Restriction.{restriction.Kind}").In(Chinese), "；", restriction.Basis))),
            new XElement("材料", documents.Select(document => new XElement("文件", new XAttribute("路径", document.Path), new XAttribute("SHA-256", document.Sha256), document.Name)),
                missing.Select(name => new XElement("未收入", new XAttribute("原因", "字节已改变或者缺失"), name))),
            new XElement("审计", audit.Select((entry, at) => new XElement("记录", new XAttribute("序号", at + 1), new XAttribute("时间", Moment(entry.At)), new XAttribute("行为", entry.Act),
                new XAttribute("依据", entry.Citation), new XAttribute("散列", entry.Hash), entry.PostText)))));

    private bool IsBehindWall => CaseAccess.IsBehindWall(File, Reader.PersonId);

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    // Counted among what the reader may know: a gap would tell of what he may not.
    private XElement Submitted(ReadSubmission read, int at) => new("环节", new XAttribute("序号", at + 1), new XAttribute("名称", read.Stage.Title.In(Chinese)),
        new XAttribute("依据", read.Stage.About.Citation), new XAttribute("时间", Moment(read.Submission.At)), new XAttribute("办理人", $"{read.Submission.PostText} {read.Submission.PersonName}"),
        Values(read.Form, read.Stage.GetType(), BeijingTime.DayOf(read.Submission.At)));

    private XElement Entered(CaseEntry entry)
    {
        var kind = EntryCatalog.Find(entry.Kind)!;
        return new XElement("登记", new XAttribute("编号", entry.Label), new XAttribute("名称", kind.Title.In(Chinese)), new XAttribute("依据", kind.Citation),
            new XAttribute("时间", Moment(entry.At)), new XAttribute("登记人", entry.PersonText), Values(FormJsonText.Read(entry.FormJson, kind.Form), kind.GetType(), BeijingTime.DayOf(entry.At)));
    }

    private IEnumerable<XElement> Values(object form, Type texts, DateOnly day)
    {
        var values = new FormValues(form);
        var view = new FormView(FormPlan.Of(form), texts, values, [], ChoiceLists.For(File, Directory, day, Reader.PersonId));
        return values.Fields.Where(field => field.Value.Length > 0)
            .Select(field => new XElement("栏", new XAttribute("名", view.LabelOf(field.Key)), new XAttribute("键", field.Key), Clean(view.ShownOf(field.Key, field.Value))));
    }

    // What no XML may hold, and somebody may have pasted.
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || System.Xml.XmlConvert.IsXmlChar((char)rune.Value)));

    private string NameOf(string partyId) => File.Parties.Find(party => party.Id == partyId)?.Name ?? partyId;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => BeijingTime.Shown(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>A file of the case in the package.</summary>
internal sealed record PackedDocument(string Path, string Name, string Sha256);
