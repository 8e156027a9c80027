using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Deadlines;

internal sealed class DeadlineMapping :
    IEntityTypeConfiguration<Deadline>, IEntityTypeConfiguration<DeadlineRung>, IEntityTypeConfiguration<DeadlineExtension>,
    IEntityTypeConfiguration<Suspension>, IEntityTypeConfiguration<StopRung>, IEntityTypeConfiguration<CalendarNotice>, IEntityTypeConfiguration<FiringPause>, IEntityTypeConfiguration<SweepPulse>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.HasMany(deadline => deadline.Rungs).WithOne().HasForeignKey(rung => rung.DeadlineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(deadline => deadline.Extensions).WithOne().HasForeignKey(extension => extension.DeadlineId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(deadline => new { deadline.Status, deadline.DueAt });
        builder.Property(deadline => deadline.Basis).HasConversion(
            basis => JsonSerializer.Serialize(basis, FormJsonText.Options), json => JsonSerializer.Deserialize<DeadlineBasis>(json, FormJsonText.Options));
    }

    public void Configure(EntityTypeBuilder<DeadlineRung> builder) => builder.ToTable("Rungs").HasIndex(rung => new { rung.Status, rung.DueAt });

    public void Configure(EntityTypeBuilder<DeadlineExtension> builder) => builder.ToTable("DeadlineExtensions");

    public void Configure(EntityTypeBuilder<Suspension> builder)
    {
        builder.ToTable("Suspensions").HasIndex(stop => stop.CaseId);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(stop => stop.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(stop => stop.Rungs).WithOne().HasForeignKey(rung => rung.SuspensionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StopRung> builder) => builder.ToTable("StopRungs").HasIndex(rung => new { rung.Status, rung.DueAt });

    public void Configure(EntityTypeBuilder<CalendarNotice> builder)
    {
        builder.ToTable("CalendarNotices").HasKey(notice => new { notice.Layer, notice.Year, notice.Version });
        builder.Property(notice => notice.RestDays).HasConversion(days => Written(days), text => Read(text), Compared);
        builder.Property(notice => notice.Workdays).HasConversion(days => Written(days), text => Read(text), Compared);
    }

    public void Configure(EntityTypeBuilder<FiringPause> builder) => builder.ToTable("FiringPauses").HasIndex(pause => pause.ConfirmedAt);

    public void Configure(EntityTypeBuilder<SweepPulse> builder) => builder.ToTable("SweepPulses").HasKey(pulse => pulse.Name);

    private static ValueComparer<IReadOnlyList<DateOnly>> Compared { get; } =
        new((one, other) => one!.SequenceEqual(other!), days => days.Count, days => days);

    private static string Written(IReadOnlyList<DateOnly> days) =>
        string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static IReadOnlyList<DateOnly> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
}
