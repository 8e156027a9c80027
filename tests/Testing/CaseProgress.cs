using WorkflowAccountability.Procedure.Organisations;
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

/// <summary>How far a case has got: each plays the stages from the lead up to its own with the <see cref="Filled"/> forms.</summary>
public static class CaseProgress
{
    private static readonly StageInputs ofTheTeam = new(Roles.LeadEnv, Deadline: "D07");

    /// <summary>第六条: a lead was registered and advised on.</summary>
    public static ACase Registered(this ACase matter) =>
        matter.Play(new RegisterLeadStage(), new(Roles.AnyOffice, Roles.LeadEnv), ("register", Filled.Lead), ("advise", Filled.Advice));

    /// <summary>第七条第一句: the government launched the investigation.</summary>
    public static ACase Launched(this ACase matter) =>
        matter.Registered().Play(new LaunchInvestigationStage(), new(Roles.Government), ("form", Filled.Launch));

    /// <summary>第八条第二句: the team was proposed and approved.</summary>
    public static ACase WithTeam(this ACase matter) => matter.Launched()
        .Play(new ProposeTeamStage(), new(Roles.LeadEnv), ("form", Filled.Team))
        .Play(new ApproveTeamStage(), new(Roles.Government), ("form", Filled.TeamApproval));

    /// <summary>第九条第（一）项: the facts are signed off.</summary>
    public static ACase WithFacts(this ACase matter) =>
        matter.WithTeam().Play(new EstablishFactsStage(), ofTheTeam, ("draft", Filled.Facts), ("signOff", Filled.SignOff));

    /// <summary>第九条第（二）项: the causes are signed off.</summary>
    public static ACase WithCauses(this ACase matter) =>
        matter.WithFacts().Play(new DetermineCausesStage(), ofTheTeam, ("draft", Filled.Causes), ("signOff", Filled.SignOff));

    /// <summary>第九条第（三）项: the matrix is signed off; its parties are P1 to P3.</summary>
    public static ACase WithMatrix(this ACase matter) =>
        matter.WithCauses().Play(new DefineResponsibilityStage(), ofTheTeam, ("draft", Filled.Matrix), ("signOff", Filled.SignOff));

    /// <summary>第十四条: the grounds were weighed.</summary>
    public static ACase WithWeighing(this ACase matter) =>
        matter.WithMatrix().Play(new WeighGroundsStage(), ofTheTeam, ("draft", Filled.Weighing));

    /// <summary>第九条第（四）项: the proposals H1 to H3 are signed off.</summary>
    public static ACase WithProposals(this ACase matter) =>
        matter.WithWeighing().Play(new ProposeHandlingStage(), ofTheTeam, ("draft", Filled.Handling), ("signOff", Filled.SignOff));

    /// <summary>第十一条第一款第二句: the leader released the report.</summary>
    public static ACase WithReport(this ACase matter) =>
        matter.WithProposals().Play(new CompileReportStage(), ofTheTeam, ("form", Filled.Report));

    /// <summary>Enters a stage and submits its forms one after the other; what its rules refuse is an error of the test.</summary>
    public static ACase Play(this ACase matter, Stage stage, StageInputs inputs, params (string Seat, object Form)[] forms)
    {
        var context = matter.Enter(inputs);
        stage.Enter(context);
        foreach (var (seat, form) in forms)
        {
            if (matter.Refusals(stage, context, seat, form) is [_, ..] refusals)
                throw new InvalidOperationException($"{stage.About.Type} refuses the form of seat '{seat}': {string.Join("; ", refusals)}");
            matter.Submit(stage, context, seat, form);
        }
        return matter;
    }
}
