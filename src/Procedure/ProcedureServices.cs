using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Procedure.Administration;
using WorkflowAccountability.Procedure.Archive;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Completeness;
using WorkflowAccountability.Procedure.Cases.Level;
using WorkflowAccountability.Procedure.Cases.Overview;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Documents.Search;
using WorkflowAccountability.Procedure.Diagrams;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Incidents;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Approvals;
using WorkflowAccountability.Procedure.Ledgers.Lifetime;
using WorkflowAccountability.Procedure.Ledgers.Registers;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Oversight.Suggestions;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Phrases;
using WorkflowAccountability.Procedure.Play;
using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Statistics;
using WorkflowAccountability.Procedure.Workflows;
using WorkflowAccountability.Procedure.Workflows.Clauses;
using WorkflowAccountability.Procedure.Workflows.Comparing;
using WorkflowAccountability.Procedure.Workflows.Drafting;
using WorkflowAccountability.Procedure.Workflows.Watching;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Inbox;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure;

/// <summary>What the procedure adds to a host.</summary>
public static class ProcedureServices
{
    /// <summary>Registers stages, definitions, engine, deadlines and the command runner. The host brings the database and the clock.</summary>
    public static IServiceCollection AddProcedure(this IServiceCollection services) => services
        .AddSingleton<StageCatalog>().AddSingleton<DefinitionCatalog>().AddSingleton<WorkflowRunner>(_ => new WorkflowRunner())
        .AddSingleton(_ => new DeadlineClock(DeadlineTable.Shipped)).AddSingleton<CalendarSource>().AddSingleton<DirectorySource>()
        .AddSingleton(provider => new RuleBookSource(() => provider.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContext()))
        .AddSingleton<SweepPosts>().AddSingleton<SweepDeadlines>().AddSingleton<Sweeps>().AddSingleton<SweepOutbox>().AddSingleton<DistributeNotices>().AddSingleton<SendDeliveries>()
        .AddSingleton<IncidentDesk>().AddSingleton<NoticeMessages>().AddSingleton<Reconcile>().AddSingleton<SweepBounces>()
        .AddScoped<InboxQueries>().AddScoped<WorkItemSheets>().AddScoped<ConflictSheets>()
        .AddScoped<BoardQueries>().AddScoped<BoardRows>()
        .AddSingleton<SiteAssets>().AddSingleton<Machinery>().AddSingleton<CommandRunner>().AddSingleton<ImportDefinitions>()
        .AddScoped<IDesignerDoor, DesignerDoor>().AddScoped<IDefinitionDesk, DefinitionDesk>().AddScoped<IChoiceDesk, ChoiceDesk>().AddScoped<IInstanceDesk, InstanceDesk>()
        .AddSingleton(provider => provider.GetRequiredService<DefinitionCatalog>().Activities)
        .AddSingleton<FileStore>().AddSingleton<StageFiles>().AddSingleton<RemoveStagedFiles>().AddSingleton<CompareWhole>();

    /// <summary>Maps every page and command; each demands an official with a password of his own.</summary>
    public static IEndpointRouteBuilder MapProcedure(this IEndpointRouteBuilder app)
    {
        ChooseLanguage.Map(app);
        ShowPublic.Map(app);
        var site = app.MapGroup("").RequireAuthorization(Viewer.Policy);
        ShowInbox.Map(site);
        KeepFilter.Map(site);
        ShowWorkItem.Map(site);
        SubmitWorkItem.Map(site);
        ReassignWorkItem.Map(site);
        DelegateWorkItem.Map(site);
        HandBackWorkItem.Map(site);
        ReturnWorkItem.Map(site);
        RecallSubmission.Map(site);
        UrgeWorkItem.Map(site);
        AnswerUrge.Map(site);
        ExplainDelay.Map(site);
        ShowBoard.Map(site);
        ShowHeat.Map(site);
        StartSupervisionOrder.Map(site);
        SuggestDecision.Map(site);
        AnswerSuggestion.Map(site);
        ExportBoard.Map(site);
        AskOpinion.Map(site);
        GiveOpinion.Map(site);
        CopyWorkItem.Map(site);
        ActOnMany.Map(site);
        VacantItems.Map(site);
        ShowProxies.Map(site);
        ShowHandovers.Map(site);
        KeepDraft.Map(site);
        PrintWorkItem.Map(site);
        ShowDiagram.Map(site);
        KeepPhrases.Map(site);
        ShowCase.Map(site);
        ShowLevel.Map(site);
        ShowRegisters.Map(site);
        ShowImpactCalculator.Map(site);
        ShowDocumentSearch.Map(site);
        ShowCompleteness.Map(site);
        ShowLedgers.Map(site);
        ShowRestrictions.Map(site);
        ShowLifetime.Map(site);
        PackArchive.Map(site);
        ShowApprovalRestrictions.Map(site);
        ShowRegulation.Map(site);
        ShowRuleSets.Map(site);
        ShowStatistics.Map(site);
        ListCases.Map(site);
        ExportCases.Map(site);
        UploadFiles.Map(site);
        AddDocuments.Map(site);
        ShowDocument.Map(site);
        VoidDocument.Map(site);
        ShowPapers.Map(site);
        ShowSubmitted.Map(site);
        ShowRegister.Map(site);
        ShowEditions.Map(site);
        RegisterCase.Map(site);
        ShowNotices.Map(site);
        ShowAdministration.Map(site);
        ImportDirectory.Map(site);
        ShowAccount.Map(site);
        ShowAlarms.Map(site);
        HandleIncidents.Map(site);
        ShowChannels.Map(site);
        ShowNoticeSettings.Map(site);
        ShowCounts.Map(site);
        ShowCalendar.Map(site);
        ShowDeadlines.Map(site);
        ShowDefinitions.Map(site);
        ShowDifference.Map(site);
        ShowClauseMatrix.Map(site);
        ShowPlay.Map(site);
        return app;
    }
}
