using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Members;

public static class MemberRules
{
    private const string Clause = "第八条第二句";

    /// <summary>The proposed changes that nobody has answered.</summary>
    public static IEnumerable<(CaseEntry Entry, ProposeMemberChangeForm Form)> Pending(CaseFile file) =>
        file.EntriesOf<ProposeMemberChangeForm>(ProposeMemberChange.Named).Where(row => !file.EntriesOf<ApproveMemberChangeForm>(ApproveMemberChange.Named)
            .Any(answer => answer.Form.Change == row.Entry.Label));

    /// <summary>第八条第二句: a change takes somebody out, or brings somebody in, with unit and function.</summary>
    public static Ruling ChangesSomething(ProposeMemberChangeForm form) => Ruling.Require(
        (!string.IsNullOrEmpty(form.Leaves) || !string.IsNullOrEmpty(form.Joins))
            && (string.IsNullOrEmpty(form.Joins) || (!string.IsNullOrEmpty(form.JoinsFor) && form.Function is not null)), Clause,
        Text.Of<ProposeMemberChange>("Change.None.Reason"), Text.Of<ProposeMemberChange>("Change.None.Remedy"));

    /// <summary>第八条第二句: who leaves sits in the team.</summary>
    public static Ruling LeaverSits(CaseFile file, ProposeMemberChangeForm form) => Ruling.Require(
        string.IsNullOrEmpty(form.Leaves) || file.Members(TeamKind.Investigation).Any(member => member.PersonId == form.Leaves), Clause,
        Text.Of<ProposeMemberChange>("Leaver.NoMember.Reason"), Text.Of<ProposeMemberChange>("Leaver.NoMember.Remedy"));

    /// <summary>第八条第二句: who joins holds a post in the unit he sits for, is impartial and free.</summary>
    public static Ruling JoinerFits(EntryContext context, ProposeMemberChangeForm form) => Ruling.Require(
        string.IsNullOrEmpty(form.Joins) || RecusalRules.MaySit(context, form.Joins, form.JoinsFor), Clause,
        Text.Of<ProposeMemberChange>("Joiner.Unfit.Reason", context.Directory.NameOfPerson(form.Joins ?? "")), Text.Of<ProposeMemberChange>("Joiner.Unfit.Remedy"));

    /// <summary>第八条第一句: an expert is one of a field.</summary>
    public static Ruling ExpertHasAField(ProposeMemberChangeForm form) => Ruling.Require(
        form.Function is not (TeamFunction.EnvironmentalExpert or TeamFunction.IndustryExpert) || !string.IsNullOrWhiteSpace(form.ExpertField), "第八条第一句",
        Text.Of<ProposeMemberChange>("Expert.NoField.Reason"), Text.Of<ProposeMemberChange>("Expert.NoField.Remedy"));

    /// <summary>第九条第一句: after the change there is exactly one leader, and he sits for the leading unit (第八条第一句).</summary>
    public static Ruling KeepsOneLeader(CaseFile file, ProposeMemberChangeForm form)
    {
        var old = file.Leader(TeamKind.Investigation);
        var leads = form.Function is TeamFunction.Leader && !string.IsNullOrEmpty(form.Joins);
        return Ruling.Require(leads == (old is null || old.PersonId == form.Leaves) && (!leads || old is null || old.OrganisationId == form.JoinsFor),
            "第八条第一句、第九条第一句", Text.Of<ProposeMemberChange>("Leader.Count.Reason"), Text.Of<ProposeMemberChange>("Leader.Count.Remedy"));
    }

    /// <summary>第八条第二句 (会同有关部门): the departments concerned were heard.</summary>
    public static Ruling DepartmentsWereConsulted(ProposeMemberChangeForm form) => Ruling.Require(
        form.Consulted.Count > 0 && form.Consulted.TrueForAll(department => !string.IsNullOrWhiteSpace(department.Answer)), Clause,
        Text.Of<ProposeMemberChange>("Consulted.None.Reason"), Text.Of<ProposeMemberChange>("Consulted.None.Remedy"));

    /// <summary>第八条第二句: an answer is to a change that waits for one.</summary>
    public static Ruling IsPending(CaseFile file, ApproveMemberChangeForm form) => Ruling.Require(
        Pending(file).Any(row => row.Entry.Label == form.Change), Clause,
        Text.Of<ApproveMemberChange>("Change.NotPending.Reason", form.Change), Text.Of<ApproveMemberChange>("Change.NotPending.Remedy"));

    /// <summary>第八条第二句: an approval has document and date; 内部环节: a return says why.</summary>
    public static Ruling IsOnRecord(ApproveMemberChangeForm form, DateOnly today) => Ruling.Require(
        form.Decision is Approval.Approved ? !string.IsNullOrWhiteSpace(form.DocumentNumber) && form.ApprovedOn <= today : !string.IsNullOrWhiteSpace(form.Remarks),
        Clause, Text.Of<ApproveMemberChange>("Answer.NoRecord.Reason"), Text.Of<ApproveMemberChange>("Answer.NoRecord.Remedy"));
}
