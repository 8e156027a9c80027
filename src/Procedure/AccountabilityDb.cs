using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Phrases;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure;

/// <summary>The one context: accounts, the procedure and the engine's tables, so that a work item and its bookmark change in one transaction.</summary>
public abstract class AccountabilityDb(DbContextOptions options) : IdentityDbContext<Official>(options), IDataProtectionKeyContext
{
    /// <summary>Cases.</summary>
    public DbSet<CaseFile> Cases => Set<CaseFile>();

    /// <summary>Rule sets that legal officers loaded.</summary>
    public DbSet<RuleSetVersion> RuleSets => Set<RuleSetVersion>();

    /// <summary>Where the cases that are read find the rules that they are bound to.</summary>
    public RuleBookSource? RuleBooks { get; set; }

    /// <summary>Work items.</summary>
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    /// <summary>What was typed and not yet submitted.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Common phrases of persons.</summary>
    public DbSet<Phrase> Phrases => Set<Phrase>();

    /// <summary>Submitted forms.</summary>
    public DbSet<Submission> Submissions => Set<Submission>();

    /// <summary>Files that belong to cases.</summary>
    public DbSet<Document> Documents => Set<Document>();

    /// <summary>Files that were uploaded and not yet handed in.</summary>
    public DbSet<StagedFile> StagedFiles => Set<StagedFile>();

    /// <summary>Official documents of cases.</summary>
    public DbSet<Paper> Papers => Set<Paper>();

    /// <summary>Public editions of reports.</summary>
    public DbSet<PublicEdition> PublicEditions => Set<PublicEdition>();

    /// <summary>By what words cases are found.</summary>
    public DbSet<CaseTerm> CaseTerms => Set<CaseTerm>();

    /// <summary>Notices.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>Who has read which notice.</summary>
    public DbSet<NoticeReading> NoticeReadings => Set<NoticeReading>();

    /// <summary>Filters of the inbox that people keep.</summary>
    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    /// <summary>Deadlines with their rungs.</summary>
    public DbSet<Deadline> Deadlines => Set<Deadline>();

    /// <summary>Days that deadlines of a case do not count.</summary>
    public DbSet<Suspension> Suspensions => Set<Suspension>();

    /// <summary>The calendar, a row per layer, year and version.</summary>
    public DbSet<CalendarNotice> CalendarNotices => Set<CalendarNotice>();

    /// <summary>What a person must look at, who is told by nothing else.</summary>
    public DbSet<Alarm> Alarms => Set<Alarm>();

    /// <summary>The audit of all cases.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>The audit of what administrators did to organisations, people, posts, roles and accounts.</summary>
    public DbSet<AdministrativeEntry> Administration => Set<AdministrativeEntry>();

    /// <summary>What is to leave the house.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>What leaves the house: a row for each notice, person and channel.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>Commands carried out.</summary>
    public DbSet<CommandRecord> Commands => Set<CommandRecord>();

    /// <summary>Workflow definitions, a row per version.</summary>
    public DbSet<WorkflowDefinitionVersion> Definitions => Set<WorkflowDefinitionVersion>();

    /// <summary>Workflow instances.</summary>
    public DbSet<WorkflowInstance> Instances => Set<WorkflowInstance>();

    /// <summary>Where instances wait.</summary>
    public DbSet<StoredBookmark> Bookmarks => Set<StoredBookmark>();

    /// <summary>The engine's record.</summary>
    public DbSet<JournaledBurst> Journal => Set<JournaledBurst>();

    /// <summary>Failed activities that wait for an operator.</summary>
    public DbSet<StoredIncident> Incidents => Set<StoredIncident>();

    /// <summary>Organisations.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>People.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Posts over time.</summary>
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>Roles bound to organisations over time.</summary>
    public DbSet<RoleBinding> RoleBindings => Set<RoleBinding>();

    /// <summary>The keys of cookies and antiforgery tokens, shared by all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Locks the case's row until the transaction ends, so that the commands of one case wait for each other.</summary>
    public abstract Task LockCaseAsync(string caseId, CancellationToken cancellationToken);

    /// <summary>Whether the whole command may be tried again: a lost race, a deadlock, a busy database.</summary>
    public abstract bool IsPassing(Exception exception);

    /// <summary>The database's own clock, by which all nodes agree; null where the database runs on this machine's.</summary>
    public virtual Task<DateTimeOffset?> NowAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>What is wrong with the database's settings, so that committed data could be lost; empty when nothing is.</summary>
    public abstract Task<IReadOnlyList<string>> UnsafeSettingsAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AccountabilityDb).Assembly);
        builder.ApplyConfigurationsFromAssembly(GetType().Assembly);
    }
}
