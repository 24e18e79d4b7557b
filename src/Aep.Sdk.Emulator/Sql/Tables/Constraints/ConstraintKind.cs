namespace Aep.Sdk.Emulator.Sql;

/// <summary>What ALTER TABLE says about columns. Nothing of it is enforced.</summary>
internal enum ConstraintKind
{
    PrimaryKey,
    ForeignKey,
    PrimaryIdentity,
    Identity,
}
