namespace Aep.Sdk.Schemas;

/// <summary>A record of a sequence that does not fit its schema.</summary>
/// <typeparam name="T">Type of the records.</typeparam>
/// <param name="Number">Its place in the sequence, from 1.</param>
/// <param name="Record">The record.</param>
/// <param name="Faults">What is wrong with it.</param>
public sealed record XdmInvalidRecord<T>(long Number, T Record, IReadOnlyList<XdmFault> Faults);
