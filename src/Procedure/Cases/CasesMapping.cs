using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Procedure.Cases;

internal sealed class CasesMapping :
    IEntityTypeConfiguration<CaseFile>, IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<TeamMember>,
    IEntityTypeConfiguration<Party>, IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<Restriction>, IEntityTypeConfiguration<Referral>,
    IEntityTypeConfiguration<CaseNumber>
{
    private const int IdLength = 16;

    public void Configure(EntityTypeBuilder<CaseFile> builder)
    {
        builder.HasKey(file => file.Id);
        builder.HasIndex(file => file.Number).IsUnique();
        builder.HasIndex(file => new { file.OpenedBy, file.OpenedAt });
        builder.HasIndex(file => new { file.OpenedAt, file.Id });
        builder.Property(file => file.Version).IsConcurrencyToken();
        builder.Ignore(file => file.Regulation);
        builder.Ignore(file => file.PartiesHere);
        builder.Ignore(file => file.Rules);
        builder.Ignore(file => file.RuleEditions);
        builder.Ignore(file => file.Scale);
        builder.Ignore(file => file.Book);
        builder.Ignore(file => file.LockedPapers);
        builder.Ignore(file => file.Editions);
        builder.Ignore(file => file.ReleasedEdition);
        builder.Ignore(file => file.EditionInWork);
        builder.Ignore(file => file.SubmittedReport);
        builder.Ignore(file => file.SubmittedSpecialReport);
        builder.Property(file => file.AdoptedRules).HasMaxLength(1000).HasConversion(
            editions => string.Join(' ', editions), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(edition => int.Parse(edition, CultureInfo.InvariantCulture)).ToList(),
            new ValueComparer<IReadOnlyList<int>>((one, other) => one!.SequenceEqual(other!), editions => editions.Count, editions => editions));
        builder.Property(file => file.MergedInto).HasMaxLength(IdLength);
        builder.HasIndex(file => file.MergedInto);
        builder.HasMany(file => file.Submissions).WithOne().HasForeignKey(submission => submission.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(file => file.TeamMembers).WithOne().HasForeignKey(member => member.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(file => file.Parties).WithOne().HasForeignKey(party => party.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(file => file.Measures).WithOne().HasForeignKey(measure => measure.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(file => file.Restrictions).WithOne().HasForeignKey(restriction => restriction.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(file => file.Referrals).WithOne().HasForeignKey(referral => referral.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<Notice>(file => file.Notices).WithOne().HasForeignKey(notice => notice.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.HasIndex(submission => new { submission.CaseId, submission.Sequence }).IsUnique();
        builder.HasIndex(submission => new { submission.PersonId, submission.At });
    }

    public void Configure(EntityTypeBuilder<TeamMember> builder) => builder.HasIndex(member => member.PersonId);

    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.HasKey(party => new { party.CaseId, party.Id });
        builder.HasIndex(party => party.PersonId);
        builder.Property(party => party.SplitInto).HasMaxLength(IdLength);
        builder.HasIndex(party => party.SplitInto);
    }

    public void Configure(EntityTypeBuilder<Measure> builder) => builder.HasKey(measure => new { measure.CaseId, measure.Id });

    public void Configure(EntityTypeBuilder<Restriction> builder) => builder.HasKey(restriction => new { restriction.CaseId, restriction.Id });

    public void Configure(EntityTypeBuilder<Referral> builder) => builder.HasKey(referral => new { referral.CaseId, referral.Id });

    public void Configure(EntityTypeBuilder<CaseNumber> builder)
    {
        builder.HasKey(number => number.Year);
        builder.Property(number => number.Year).ValueGeneratedNever();
        builder.Property(number => number.Last).IsConcurrencyToken();
    }
}
