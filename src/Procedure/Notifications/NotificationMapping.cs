using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Notifications;

internal sealed class NotificationMapping :
    IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeReading>, IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<Alarm>,
    IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<NoticeSettings>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.HasIndex(notice => new { notice.RecipientKey, notice.At });
        builder.Ignore(notice => notice.Text);
        builder.Ignore(notice => notice.Missing);
    }

    public void Configure(EntityTypeBuilder<NoticeReading> builder)
    {
        builder.HasKey(reading => new { reading.NoticeId, reading.PersonId });
        builder.HasIndex(reading => new { reading.PersonId, reading.ReadAt });
        builder.HasOne<Notice>().WithMany().HasForeignKey(reading => reading.NoticeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder) => builder.ToTable("Outbox").HasIndex(message => new { message.SentAt, message.NotBefore });

    public void Configure(EntityTypeBuilder<Alarm> builder) => builder.ToTable("Alarms").HasIndex(alarm => new { alarm.SettledAt, alarm.Kind });

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries").HasIndex(delivery => new { delivery.Status, delivery.NotBefore });
        builder.HasOne<Notice>().WithMany().HasForeignKey(delivery => delivery.NoticeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NoticeSettings> builder) => builder.ToTable("NoticeSettings").HasKey(settings => settings.PersonId);
}
